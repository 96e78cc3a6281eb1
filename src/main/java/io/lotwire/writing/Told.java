package io.lotwire.writing;

import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been told of each event of a set, and so what would be lost. */
final class Told {
    private static final Fact[] FACTS = Fact.values();

    /** Facts whose telling is seen in what is written: a level of the pallet tells of the pallet, not of the cartons on it. */
    private static final Set<Fact> SEEN_IN_WRITING =
            EnumSet.of(Fact.UNIT, Fact.PALLET, Fact.SOURCE_GLN, Fact.SOURCE_REFERENCE);

    /** A bit for each fact, by the position of the event. */
    private final int[] facts;

    /** By the position of the event; events that were told together share theirs. */
    private final Mentioned[] references;

    /** @param events how many there are */
    Told(int events) {
        this.facts = new int[events];
        this.references = new Mentioned[events];
    }

    /** References that were told: one, and those before it. */
    private record Mentioned(String type, String value, Mentioned before) {
        static boolean has(Mentioned last, Reference reference) {
            for (Mentioned each = last; each != null; each = each.before) {
                if (each.type.equals(reference.type()) && each.value.equals(reference.value())) {
                    return true;
                }
            }
            return false;
        }

        static boolean hasType(Mentioned last, String type) {
            for (Mentioned each = last; each != null; each = each.before) {
                if (each.type.equals(type)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A segment tells a reference of the events at hand. */
    @SuppressWarnings("ReferenceEquality") // Events that were told of together share one object, and get one again.
    void tells(Reference reference, EventsAtHand atHand) {
        Mentioned before = null;
        Mentioned now = null;
        for (int i = 0; i < atHand.size(); i++) {
            Mentioned its = references[atHand.position(i)];
            if (!Mentioned.has(its, reference)) {
                if (now == null || before != its) {
                    before = its;
                    now = new Mentioned(reference.type(), reference.value(), its);
                }
                references[atHand.position(i)] = now;
            }
        }
    }

    /** True when only what is written shows of which events it tells some of these facts. */
    static boolean areSeenInWriting(Set<Fact> facts) {
        for (Fact fact : facts) {
            if (SEEN_IN_WRITING.contains(fact)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A segment tells these facts of the events at hand.
     *
     * @param written what is written; {@code ""} where none of them {@link #areSeenInWriting}
     */
    void tells(Set<Fact> some, EventsAtHand atHand, String written) {
        for (Fact fact : some) {
            if (isToldOf(fact, atHand)) {
                boolean seen = SEEN_IN_WRITING.contains(fact);
                for (int i = 0; i < atHand.size(); i++) {
                    if (!seen || written.contains(fact.of(atHand.event(i)))) {
                        facts[atHand.position(i)] |= bit(fact);
                    }
                }
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // A bit of a number that is kept nowhere.
    private static int bit(Fact fact) {
        return 1 << fact.ordinal();
    }

    private static boolean isToldOf(Fact fact, EventsAtHand atHand) {
        return switch (fact) {
            // A sum of several lots tells the quantity of none.
            case QUANTITY -> areSameGoods(atHand);
            // The name of the place that the goods leave does not say that they were made there.
            case SOURCE_GLN, SOURCE_NAME, SOURCE_REFERENCE -> !atHand.isOfOtherParty();
            default -> true;
        };
    }

    private static boolean areSameGoods(EventsAtHand atHand) {
        if (atHand.size() == 1) {
            return true;
        }
        Goods goods = Goods.of(atHand.event(0));
        return atHand.all(event -> goods.equals(Goods.of(event)));
    }

    /** The facts that these events state and nothing written has told. */
    Set<Problem> lost(List<LotEvent> events, Chosen chosen) {
        Set<Problem> lost = new LinkedHashSet<>();
        for (int i = 0; i < events.size(); i++) {
            LotEvent event = events.get(i);
            for (Fact fact : FACTS) {
                if ((facts[i] & bit(fact)) == 0
                        && !chosen.leavesOut(fact)
                        && !fact.of(event).isEmpty()) {
                    lost.add(noPlace(fact, event));
                }
            }
            if (!chosen.leavesOutReferences()) {
                lost.addAll(furtherReferences(event, references[i]));
            }
        }
        return lost;
    }

    /** Of several references of a type that the document has a place for, those that were not told. */
    private static List<Problem> furtherReferences(LotEvent event, Mentioned told) {
        List<Problem> lost = new ArrayList<>(0);
        for (Reference reference : event.references()) {
            if (!Mentioned.has(told, reference) && Mentioned.hasType(told, reference.type())) {
                lost.add(Problem.error(
                        WritingFault.NO_PLACE,
                        Place.inFile(""),
                        "The reference " + reference.type() + " '" + reference.value()
                                + "' has no place in this document, which has one for the first only: use an out-mapping"
                                + " with more places, or say 'leaveOut: [ references ]'."));
            }
        }
        return lost;
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
