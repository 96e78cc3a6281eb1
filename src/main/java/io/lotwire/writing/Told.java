package io.lotwire.writing;

import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What has been told of each event of a set, and so what would be lost. */
final class Told {
    private final IdentityHashMap<LotEvent, Set<Fact>> told = new IdentityHashMap<>();
    private final IdentityHashMap<LotEvent, Set<Reference>> references = new IdentityHashMap<>();

    /** A segment tells these references of the events at hand. */
    void tells(List<Reference> some, EventsAtHand atHand) {
        for (Reference reference : some) {
            atHand.events().forEach(event -> references
                    .computeIfAbsent(event, each -> new HashSet<>())
                    .add(withoutDate(reference)));
        }
    }

    /**
     * A segment tells these facts of the events at hand.
     *
     * @param rendered what is written
     */
    void tells(Set<Fact> facts, EventsAtHand atHand, String rendered) {
        for (Fact fact : facts) {
            if (isToldOf(fact, atHand)) {
                atHand.events().stream()
                        .filter(event -> isToldOf(fact, event, rendered))
                        .forEach(event -> told.computeIfAbsent(event, each -> EnumSet.noneOf(Fact.class))
                                .add(fact));
            }
        }
    }

    private static boolean isToldOf(Fact fact, EventsAtHand atHand) {
        return switch (fact) {
            // A sum of several lots tells the quantity of none.
            case QUANTITY ->
                atHand.events().stream().map(Goods::of).distinct().limit(2).count() == 1;
            // The name of the place that the goods leave does not say that they were made there.
            case SOURCE_GLN, SOURCE_NAME, SOURCE_REFERENCE -> !atHand.isOfOtherParty();
            default -> true;
        };
    }

    private static boolean isToldOf(Fact fact, LotEvent event, String rendered) {
        return switch (fact) {
            // A level of the pallet tells of the pallet, not of the cartons on it; a source is told by one of its
            // numbers.
            case UNIT, PALLET, SOURCE_GLN, SOURCE_REFERENCE -> rendered.contains(fact.of(event));
            default -> true;
        };
    }

    /** The facts that these events state and nothing written has told. */
    List<Problem> lost(List<LotEvent> events, Chosen chosen) {
        List<Problem> lost = new ArrayList<>();
        for (LotEvent event : events) {
            Set<Fact> known = told.getOrDefault(event, Set.of());
            for (Fact fact : Fact.values()) {
                if (!known.contains(fact)
                        && !chosen.leavesOut(fact)
                        && !fact.of(event).isEmpty()) {
                    lost.add(noPlace(fact, event));
                }
            }
            if (!chosen.leavesOutReferences()) {
                furtherReferences(event).forEach(lost::add);
            }
        }
        return lost.stream().distinct().toList();
    }

    /** Of several references of a type that the document has a place for, those that were not told. */
    private Stream<Problem> furtherReferences(LotEvent event) {
        Set<Reference> known = references.getOrDefault(event, Set.of());
        return event.references().stream()
                .filter(reference -> !known.contains(withoutDate(reference)))
                .filter(reference ->
                        known.stream().anyMatch(other -> other.type().equals(reference.type())))
                .map(reference -> Problem.error(
                        WritingFault.NO_PLACE,
                        Place.inFile(""),
                        "The reference " + reference.type() + " '" + reference.value()
                                + "' has no place in this document, which has one for the first only: use an out-mapping"
                                + " with more places, or say 'leaveOut: [ references ]'."));
    }

    private static Reference withoutDate(Reference reference) {
        return new Reference(reference.type(), reference.value(), "");
    }

    private static Problem noPlace(Fact fact, LotEvent event) {
        return Problem.error(
                WritingFault.NO_PLACE,
                Place.inFile(""),
                fact.inWords(event) + " has no place in this document, as the profile has it written: " + mend(fact)
                        + ".");
    }

    private static String mend(Fact fact) {
        return switch (fact) {
            case LOT -> "choose other 'lots', or 'lines: per-lot'";
            case UNIT -> "choose another 'hl', or 'sscc: none'";
            case PALLET -> "choose another 'hl', or say 'leaveOut: [ pallet ]'";
            case TIME -> "write one document for each, or say 'leaveOut: [ time ]'";
            case CONDITION ->
                "say 'when: { conditions: [ good ] }' in the subscription, or tell {condition} in an out-mapping of"
                        + " theirs";
            case ONE_OF -> "find out which, or tell {lot.among} in an out-mapping of theirs";
            default -> "choose other 'lots', or 'lines: per-lot', or say 'leaveOut: [ " + fact.word() + " ]'";
        };
    }

    /** Goods whose quantities may be added without a loss. */
    private record Goods(Item item, String lot, String sscc) {
        static Goods of(LotEvent event) {
            return new Goods(event.item(), Fact.LOT.of(event), Fact.UNIT.of(event));
        }
    }
}
