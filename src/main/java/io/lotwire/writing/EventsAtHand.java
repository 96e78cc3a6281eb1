package io.lotwire.writing;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The events that are being written together, at one place of the document. */
final class EventsAtHand {
    private final Run run;
    private final EventsAtHand above;
    private final List<LotEvent> events;
    private final WrittenParty party;
    private final Reference reference;
    private final int level;
    private final boolean innermost;
    private Set<String> said;

    private EventsAtHand(
            Run run,
            EventsAtHand above,
            List<LotEvent> events,
            WrittenParty party,
            Reference reference,
            int level,
            boolean innermost) {
        this.run = run;
        this.above = above;
        this.events = events;
        this.party = party;
        this.reference = reference;
        this.level = level;
        this.innermost = innermost;
    }

    /** All events of a set. */
    static EventsAtHand ofSet(Run run, List<LotEvent> events) {
        return new EventsAtHand(run, null, events, null, null, 0, false);
    }

    /** Some of these events. */
    EventsAtHand below(List<LotEvent> some) {
        return new EventsAtHand(run, this, some, party, reference, level, innermost);
    }

    /** Some of these events, in a level of the tree. */
    EventsAtHand levelBelow(List<LotEvent> some, boolean isInnermost) {
        return new EventsAtHand(run, this, some, party, reference, run.nextLevel(), isInnermost);
    }

    /** The same events, and one of their parties. */
    EventsAtHand of(WrittenParty one) {
        return new EventsAtHand(run, this, events, one, reference, level, innermost);
    }

    /** The same events, and one of their references. */
    EventsAtHand of(Reference one) {
        return new EventsAtHand(run, this, events, party, one, level, innermost);
    }

    Run run() {
        return run;
    }

    Chosen chosen() {
        return run.chosen();
    }

    List<LotEvent> events() {
        return events;
    }

    /** The party in hand; null outside of a loop of parties. */
    WrittenParty party() {
        return party;
    }

    /** The reference in hand; null outside of a loop of references. */
    Reference reference() {
        return reference;
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
        return above != null && above.events.size() > events.size();
    }

    boolean isInnermost() {
        return innermost;
    }

    /** What all events have; {@code ""} when they do not agree. */
    String common(Function<LotEvent, String> property) {
        String first = property.apply(events.get(0));
        for (int i = 1; i < events.size(); i++) {
            if (!first.equals(property.apply(events.get(i)))) {
                return "";
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
        if (party != null || reference != null) {
            // A loop of parties or references is no place of its own.
            above.says(segment);
            return;
        }
        if (said == null) {
            said = new HashSet<>();
        }
        said.add(segment);
    }
}
