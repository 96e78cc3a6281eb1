package io.lotwire.writing;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import io.lotwire.lot.TransactionStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The events that are being written together, at one place of the document. */
final class EventsAtHand {
    private final Run run;
    private final EventsAtHand above;
    private final List<LotEvent> set;
    private final int[] positions;
    private final WrittenParty party;
    private final Reference reference;
    private final TransactionStatement statement;
    private final int level;
    private final boolean innermost;
    private Set<String> said;

    private EventsAtHand(
            Run run,
            EventsAtHand above,
            List<LotEvent> set,
            int[] positions,
            WrittenParty party,
            Reference reference,
            TransactionStatement statement,
            int level,
            boolean innermost) {
        this.run = run;
        this.above = above;
        this.set = set;
        this.positions = positions;
        this.party = party;
        this.reference = reference;
        this.statement = statement;
        this.level = level;
        this.innermost = innermost;
    }

    /** All events of a set. */
    static EventsAtHand ofSet(Run run, List<LotEvent> events) {
        int[] all = new int[events.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return new EventsAtHand(run, null, events, all, null, null, null, 0, false);
    }

    /** Some of these events, by their positions in the set. */
    EventsAtHand below(int[] some) {
        return new EventsAtHand(run, this, set, some, party, reference, statement, level, innermost);
    }

    /** Some of these events, in a level of the tree. */
    EventsAtHand levelBelow(int[] some, boolean isInnermost) {
        return new EventsAtHand(run, this, set, some, party, reference, statement, run.nextLevel(), isInnermost);
    }

    /** The same events, and one of their parties. */
    EventsAtHand of(WrittenParty one) {
        return new EventsAtHand(run, this, set, positions, one, reference, statement, level, innermost);
    }

    /** The same events, and one of their references. */
    EventsAtHand of(Reference one) {
        return new EventsAtHand(run, this, set, positions, party, one, statement, level, innermost);
    }

    /** The same events, and one of the statements that are made of them. */
    EventsAtHand of(TransactionStatement one) {
        return new EventsAtHand(run, this, set, positions, party, reference, one, level, innermost);
    }

    Run run() {
        return run;
    }

    Chosen chosen() {
        return run.chosen();
    }

    /** How many there are, at least one. */
    int size() {
        return positions.length;
    }

    /** One of them, from 0. */
    LotEvent event(int number) {
        return set.get(positions[number]);
    }

    /** The position in the set of one of them, both from 0. */
    int position(int number) {
        return positions[number];
    }

    boolean all(Predicate<LotEvent> property) {
        for (int i = 0; i < size(); i++) {
            if (!property.test(event(i))) {
                return false;
            }
        }
        return true;
    }

    /** The party in hand; null outside of a loop of parties. */
    WrittenParty party() {
        return party;
    }

    /** The reference in hand; null outside of a loop of references. */
    Reference reference() {
        return reference;
    }

    /** The statement in hand; null outside of a loop of statements. */
    TransactionStatement statement() {
        return statement;
    }

    /** True when the party in hand is another one than the source of the lots. */
    boolean isOfOtherParty() {
        return party != null && !party.isLotSource();
    }

    /** The number of the level in hand, 0 outside of all. */
    int level() {
        return level;
    }

    /** The number of the level that holds the level in hand, 0 when none does. */
    int levelAbove() {
        EventsAtHand outer = above;
        while (outer != null && outer.level == level) {
            outer = outer.above;
        }
        return outer == null ? 0 : outer.level;
    }

    /** True when the place around this one has other events beside these. */
    boolean isShared() {
        return above != null && above.size() > size();
    }

    boolean isInnermost() {
        return innermost;
    }

    /** What all events have; {@code ""} when they do not agree. */
    String common(Function<LotEvent, String> property) {
        String first = property.apply(event(0));
        for (int i = 1; i < size(); i++) {
            if (!first.equals(property.apply(event(i)))) {
                return "";
            }
        }
        return first;
    }

    /**
     * The same of what a part of the events says, such as their times: it is asked once where the part is the same.
     *
     * @param value asked of a part, which may be null
     */
    <T> String common(Function<LotEvent, T> part, Function<T, String> value) {
        T asked = part.apply(event(0));
        String first = value.apply(asked);
        for (int i = 1; i < size(); i++) {
            T other = part.apply(event(i));
            if (!Objects.equals(asked, other)) {
                asked = other;
                if (!first.equals(value.apply(asked))) {
                    return "";
                }
            }
        }
        return first;
    }

    /** True when a place around this one, or this one, said just this. */
    boolean hasSaid(String segment) {
        for (EventsAtHand atHand = this; atHand != null; atHand = atHand.above) {
            if (atHand.said != null && atHand.said.contains(segment)) {
                return true;
            }
        }
        return false;
    }

    void says(String segment) {
        if (party != null || reference != null || statement != null) {
            // A loop of parties, references or statements is no place of its own.
            above.says(segment);
            return;
        }
        if (said == null) {
            said = new HashSet<>();
        }
        said.add(segment);
    }
}
