package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.RecallNotices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is to be told of a recall: whoever got some of it, but us. A partner is told once, of all their places; a party that has no profile,
 * or with whom nothing is agreed, is to be told by a person.
 */
public final class NoticePlan {
    private NoticePlan() {}

    /**
     * One that is to be told.
     *
     * @param addressee equal for the same one in a recall, and for no other
     * @param name what people call them
     * @param partner their profile's name, {@code ""} when they have none
     * @param telephone what the registry knows to reach them by, {@code ""} for nothing
     * @param parties their numbers among the affected parties
     * @param sure whether they surely got some of it
     * @param way how they are told; empty when nothing is agreed
     */
    public record Planned(
            String addressee,
            String name,
            String partner,
            String telephone,
            Set<Integer> parties,
            boolean sure,
            Optional<RecallNotices> way) {
        public Planned {
            parties = Set.copyOf(parties);
        }

        /** Whether they are told by a message: in a drill only where a test is agreed. */
        public boolean sends(boolean drill) {
            return way.isPresent() && (!drill || way.get().test());
        }
    }

    /** Those who are to be told, partners first, by name. */
    public static List<Planned> of(LedgerTransaction tx, Affected affected, Profiles profiles) {
        Map<String, List<Affected.Party>> byAddressee = new LinkedHashMap<>();
        affected.parties().stream().filter(party -> party.got() && !party.us()).forEach(party -> byAddressee
                .computeIfAbsent(addressee(party), key -> new ArrayList<>())
                .add(party));
        Map<String, String> telephones = telephones(tx, affected);
        List<Planned> plan = new ArrayList<>();
        byAddressee.forEach((addressee, parties) -> plan.add(planned(addressee, parties, profiles, telephones)));
        plan.sort((one, other) -> one.partner().isEmpty() == other.partner().isEmpty()
                ? one.name().compareTo(other.name())
                : Boolean.compare(one.partner().isEmpty(), other.partner().isEmpty()));
        return plan;
    }

    private static String addressee(Affected.Party party) {
        return party.partner().isEmpty()
                ? "party " + (party.gln().isEmpty() ? party.name() : party.gln())
                : "partner " + party.partner();
    }

    private static Planned planned(
            String addressee, List<Affected.Party> parties, Profiles profiles, Map<String, String> telephones) {
        Affected.Party first = parties.get(0);
        Optional<Profile> profile = profiles.byName(first.partner());
        Set<Integer> numbers = new TreeSet<>();
        parties.forEach(party -> numbers.add(party.number()));
        return new Planned(
                addressee,
                profile.map(Profile::title).orElse(first.name()),
                first.partner(),
                parties.stream()
                        .map(party -> telephones.getOrDefault(party.gln(), telephones.getOrDefault(party.name(), "")))
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(""),
                numbers,
                parties.stream().anyMatch(Affected.Party::sure),
                profile.map(Profile::recall));
    }

    /** What the registry knows to reach parties by, by GLN and by name. */
    private static Map<String, String> telephones(LedgerTransaction tx, Affected affected) {
        Map<String, String> telephones = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select coalesce(gln, '') as gln, coalesce(name, '') as name,
                            concat_ws(', ', telephone, email) as telephone
                        from party
                        where (gln = any(:glns) or lower(name) = any(:names)) and coalesce(telephone, email) is not null
                        """)
                .bindArray(
                        "glns",
                        String.class,
                        affected.parties().stream().map(Affected.Party::gln).toArray())
                .bindArray(
                        "names",
                        String.class,
                        affected.parties().stream()
                                .map(party -> party.name().toLowerCase(Locale.ROOT))
                                .toArray())
                .map((row, context) -> List.of(row.getString("gln"), row.getString("name"), row.getString("telephone")))
                .forEach(row -> {
                    telephones.putIfAbsent(row.get(0), row.get(2));
                    telephones.putIfAbsent(row.get(1), row.get(2));
                });
        telephones.remove("");
        return telephones;
    }
}
