package io.lotwire.wire.as2;

import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.RootCause;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every partner with an AS2 wire that works, made from the profiles, and made anew when theirs or ours changes. */
@Singleton
public class As2Agreements {
    private static final Logger LOG = Logger.getLogger(As2Agreements.class);

    private final Clock clock;
    private volatile Map<String, Made> byName = Map.of();
    private volatile Map<As2Ids, As2Partner> byIds = Map.of();

    As2Agreements(ProfilesInForce rules, Clock clock) {
        this.clock = clock;
        follow(rules.profiles());
    }

    /** A partner, and the two profiles it was made from. */
    private record Made(As2Partner partner, Profile theirs, Profile ours) {
        boolean isOf(Profile us, Profile them) {
            return ours.version().equals(us.version()) && theirs.version().equals(them.version());
        }
    }

    void follow(@Observes @Priority(ProfilesChanged.BEFORE_ROUTES) ProfilesChanged change) {
        follow(change.after());
    }

    private void follow(Profiles profiles) {
        Map<String, Made> made = made(profiles);
        Map<As2Ids, As2Partner> incoming = new HashMap<>();
        // Of two with the same names the profiles' first one counts, as everywhere.
        made.values().forEach(each -> incoming.putIfAbsent(each.partner().incoming(), each.partner()));
        byName = made;
        byIds = incoming;
    }

    /** The partner whose messages come in under these names. */
    Optional<As2Partner> incoming(As2Ids ids) {
        return Optional.ofNullable(byIds.get(ids));
    }

    /** The partner of a profile name. */
    Optional<As2Partner> with(String partner) {
        return Optional.ofNullable(byName.get(partner)).map(Made::partner);
    }

    private Map<String, Made> made(Profiles profiles) {
        Map<String, Made> made = new LinkedHashMap<>();
        Optional<Profile> ours =
                profiles.self().filter(self -> self.wire(As2Wire.class).isPresent());
        for (Profile theirs : ours.isPresent() ? profiles.partners() : List.<Profile>of()) {
            Made before = byName.get(theirs.name());
            if (before != null && before.isOf(ours.get(), theirs)) {
                made.put(theirs.name(), before);
            } else if (theirs.wire(As2Wire.class).isPresent()) {
                make(ours.get(), theirs).ifPresent(partner -> made.put(theirs.name(), partner));
            }
        }
        return made;
    }

    private Optional<Made> make(Profile ours, Profile theirs) {
        As2Wire our = ours.wire(As2Wire.class).orElseThrow();
        As2Wire their = theirs.wire(As2Wire.class).orElseThrow();
        try {
            return Optional.of(new Made(new As2Partner(theirs.name(), our, their, clock), theirs, ours));
        } catch (IOException | GeneralSecurityException | As2Exception e) {
            LOG.errorf(
                    "AS2 with %s does not work: %s. Run 'lotwire partner check %s'.",
                    theirs.name(), RootCause.sentence(e), theirs.name());
            return Optional.empty();
        }
    }
}
