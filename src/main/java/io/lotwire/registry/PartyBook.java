package io.lotwire.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parties of one trail. Two statements are of one party when they share a GLN or a DUNS number, or a name that only
 * one party bears.
 */
public final class PartyBook {
    private final Map<PartyStatement, TracedParty> parties = new HashMap<>();

    private PartyBook() {}

    /** Tells apart the parties that documents state, numbered in the order of the statements. */
    public static PartyBook of(Collection<PartyStatement> statements) {
        List<PartyStatement> known = new ArrayList<>();
        Map<PartyStatement, Integer> places = new HashMap<>();
        // The best known first: then a name finds the party that bears it.
        statements.stream()
                .distinct()
                .sorted(Comparator.comparing(PartyStatement::vagueness))
                .forEach(statement -> places.put(statement, place(statement, known)));
        PartyBook book = new PartyBook();
        Map<Integer, TracedParty> numbered = new HashMap<>();
        for (PartyStatement statement : statements) {
            int place = places.get(statement);
            PartyStatement all = known.get(place);
            TracedParty party =
                    numbered.computeIfAbsent(place, p -> new TracedParty(numbered.size() + 1, all.title(), all.gln()));
            book.parties.put(statement, party);
        }
        return book;
    }

    /** The party that a statement, one of those the book was made of, speaks of. */
    public TracedParty party(PartyStatement statement) {
        return parties.get(statement);
    }

    private static int place(PartyStatement statement, List<PartyStatement> known) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).sharesKeyWith(statement)) {
                known.set(i, known.get(i).completedBy(statement));
                return i;
            }
        }
        List<PartyStatement> namesakes =
                known.stream().filter(statement::sharesNameWith).toList();
        if (namesakes.size() == 1) {
            int place = known.indexOf(namesakes.get(0));
            known.set(place, known.get(place).completedBy(statement));
            return place;
        }
        known.add(statement);
        return known.size() - 1;
    }
}
