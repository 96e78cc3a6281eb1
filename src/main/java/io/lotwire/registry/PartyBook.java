package io.lotwire.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parties of one trail. Two statements are of one party when they share a GLN or a DUNS number, or a name that only
 * one party bears.
 */
public final class PartyBook {
    private final Map<PartyStatement, TracedParty> parties = new HashMap<>();

    /** What all statements of a party together say, in the order in which parties were come to. */
    private final List<PartyStatement> known = new ArrayList<>();

    private final Map<String, SortedSet<Integer>> byGln = new HashMap<>();
    private final Map<String, SortedSet<Integer>> byNumber = new HashMap<>();
    private final Map<String, SortedSet<Integer>> byName = new HashMap<>();

    private PartyBook() {}

    /** Tells apart the parties that documents state, numbered in the order of the statements. */
    public static PartyBook of(Collection<PartyStatement> statements) {
        PartyBook book = new PartyBook();
        Map<PartyStatement, Integer> places = new HashMap<>();
        // The best known first: then a name finds the party that bears it.
        statements.stream()
                .distinct()
                .sorted(Comparator.comparing(PartyStatement::vagueness))
                .forEach(statement -> places.put(statement, book.place(statement)));
        Map<Integer, TracedParty> numbered = new HashMap<>();
        for (PartyStatement statement : statements) {
            int place = places.get(statement);
            PartyStatement all = book.known.get(place);
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

    private int place(PartyStatement statement) {
        int place = placeOf(statement);
        PartyStatement all = place < known.size() ? known.get(place).completedBy(statement) : statement;
        if (place < known.size()) {
            known.set(place, all);
        } else {
            known.add(all);
        }
        enter(byGln, all.gln(), place);
        enter(byNumber, all.number(), place);
        enter(byName, nameKey(all), place);
        return place;
    }

    /** Where the party of a statement stands; behind all that are known where it is a new one. */
    private int placeOf(PartyStatement statement) {
        SortedSet<Integer> sameKey = new TreeSet<>(at(byGln, statement.gln()));
        sameKey.addAll(at(byNumber, statement.number()));
        for (int place : sameKey) {
            if (known.get(place).sharesKeyWith(statement)) {
                return place;
            }
        }
        if (!statement.gln().isEmpty()) {
            return known.size(); // Those with a GLN come first, so that all namesakes have another.
        }
        List<Integer> namesakes = at(byName, nameKey(statement)).stream()
                .filter(place -> statement.sharesNameWith(known.get(place)))
                .limit(2)
                .toList();
        return namesakes.size() == 1 ? namesakes.get(0) : known.size();
    }

    private static void enter(Map<String, SortedSet<Integer>> places, String key, int place) {
        if (!key.isEmpty()) {
            places.computeIfAbsent(key, each -> new TreeSet<>()).add(place);
        }
    }

    private static SortedSet<Integer> at(Map<String, SortedSet<Integer>> places, String key) {
        return places.getOrDefault(key, Collections.emptySortedSet());
    }

    /** Names that differ in capitals alone have the same key. */
    private static String nameKey(PartyStatement statement) {
        return statement.name().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
