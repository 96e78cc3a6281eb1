package io.lotwire.capture;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reference;
import java.util.List;
import java.util.Objects;

/** What an event has in common with the one before becomes the same object, as in other documents: it is hashed and kept once. */
final class SharedParts {
    private EventTime time;
    private Party shipFrom;
    private Party shipTo;
    private List<Reference> references = List.of();

    /** The event with the parts of the one before that are equal to its own. */
    LotEvent in(LotEvent event) {
        time = same(time, event.time());
        shipFrom = same(shipFrom, event.shipFrom());
        shipTo = same(shipTo, event.shipTo());
        references = same(references, event.references());
        return new LotEvent(
                event.eventId(),
                event.type(),
                event.purpose(),
                time,
                event.item(),
                event.lot(),
                event.quantity(),
                event.condition(),
                event.reason(),
                event.unit(),
                event.transformation(),
                event.transfer(),
                shipFrom,
                shipTo,
                references,
                event.source(),
                event.issues());
    }

    private static <T> T same(T before, T now) {
        return Objects.equals(before, now) ? before : now;
    }
}
