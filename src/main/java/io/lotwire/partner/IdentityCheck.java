package io.lotwire.partner;

import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Finds profiles that cannot be told from each other: a document of one could be taken for the other's. */
public final class IdentityCheck {
    private static final String SELF = "owner";

    private final BiConsumer<Profile, Problem> problems;

    /** @param problems is told what is wrong with which profile */
    public IdentityCheck(BiConsumer<Profile, Problem> problems) {
        this.problems = problems;
    }

    /** The profiles that share an identity with another; each is reported. */
    public Set<Profile> shared(Collection<Profile> profiles) {
        Map<String, List<Profile>> owners = new LinkedHashMap<>();
        for (Profile profile : profiles) {
            for (String identity : identities(profile)) {
                owners.computeIfAbsent(identity, key -> new ArrayList<>()).add(profile);
            }
        }
        Set<Profile> shared = new LinkedHashSet<>();
        owners.forEach((identity, sharers) -> {
            if (sharers.size() > 1) {
                shared.addAll(sharers);
                sharers.forEach(profile -> reportShared(identity, profile, sharers));
            }
        });
        return shared;
    }

    private void reportShared(String identity, Profile profile, List<Profile> sharers) {
        String others = sharers.stream()
                .filter(other -> !other.name().equals(profile.name()))
                .map(Profile::name)
                .collect(Collectors.joining(", "));
        boolean selves = identity.equals(SELF);
        problems.accept(
                profile,
                Problem.error(
                        selves ? PartnerFault.SELF_NOT_ONE : PartnerFault.IDENTITY_REPEATED,
                        profile.at().place(),
                        selves
                                ? "'self: true' is also said by " + others
                                        + ": only one profile is the gateway's owner."
                                : "The " + identity + " is also that of " + others
                                        + ": correct one of them, neither is used until then."));
    }

    private static Set<String> identities(Profile profile) {
        Set<String> identities = new LinkedHashSet<>();
        Identity identity = profile.identity();
        if (profile.self()) {
            identities.add(SELF);
        }
        if (identity.gln() != null) {
            identities.add("GLN " + identity.gln());
        }
        if (!identity.duns().isEmpty()) {
            identities.add("D-U-N-S number " + identity.duns());
        }
        addAddresses(identity, identities);
        identity.inTests().ifPresent(inTests -> addAddresses(inTests, identities));
        profile.wires().forEach(wire -> identities.addAll(wire.identities()));
        return identities;
    }

    /** The addresses of a company in tests may be those of production. */
    private static void addAddresses(Identity identity, Set<String> identities) {
        if (identity.x12() != null) {
            identities.add("X12 interchange id " + identity.x12().qualifier() + "/"
                    + identity.x12().id());
        }
        if (identity.edifact() != null) {
            identities.add("EDIFACT interchange id " + identity.edifact().qualifier() + "/"
                    + identity.edifact().id());
        }
    }
}
