package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.TracedParty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place that is asked for by its GLN or by a name, with all ways in which documents name it.
 *
 * @param glns its GLN; several where different places bear the name, none where documents tell none
 * @param names its names in small letters
 * @param statements the numbers of the ways in which documents name it
 */
public record PlaceAsked(Set<String> glns, Set<String> names, List<Integer> statements) {
    public PlaceAsked {
        glns = Set.copyOf(glns);
        names = Set.copyOf(names);
        statements = List.copyOf(statements);
    }

    /**
     * Finds the place.
     *
     * @param asked a GLN, or a name in capital or small letters
     */
    public static PlaceAsked of(LedgerTransaction transaction, String asked) {
        Set<String> glns = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        List<Integer> statements = new ArrayList<>();
        transaction
                .handle()
                .createQuery("""
                        with asked as (
                            select gln, name from party_statement where gln = :asked or lower(name) = :name)
                        select id, gln, lower(name) as name from party_statement
                        where gln in (select gln from asked where gln <> '')
                            or (gln = '' and lower(name) in (select lower(name) from asked where name <> ''))
                        order by id
                        """)
                .bind("asked", asked)
                .bind("name", asked.toLowerCase(Locale.ROOT))
                .map((row, context) -> {
                    statements.add(row.getInt("id"));
                    glns.add(row.getString("gln"));
                    return names.add(row.getString("name"));
                })
                .list();
        glns.remove("");
        names.remove("");
        return new PlaceAsked(glns, names, statements);
    }

    /**
     * Why it is not clear which place is meant; empty when it is.
     *
     * @param asked what was asked for
     */
    public Optional<String> problem(String asked) {
        if (statements.isEmpty()) {
            return Optional.of(
                    "No document names a place '" + asked + "': give its GLN, or its name as documents state it.");
        }
        return glns.size() < 2
                ? Optional.empty()
                : Optional.of("Different places are named '" + asked + "': say which by its GLN ("
                        + String.join(", ", new TreeSet<>(glns)) + ").");
    }

    /** Whether a party of a book is it. */
    boolean is(TracedParty party) {
        return party.gln().isEmpty()
                ? names.contains(party.name().toLowerCase(Locale.ROOT))
                : glns.contains(party.gln());
    }
}
