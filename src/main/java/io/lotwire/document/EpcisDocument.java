package io.lotwire.document;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lot events as one EPCIS 2.0 document in JSON-LD (GS1 EPCIS 2.0, 10). Goods in a logistic unit make an
 * AggregationEvent for the unit, loose goods an ObjectEvent, a unit in another unit an AggregationEvent of the two, what goes
 * into production or comes out of it a TransformationEvent; the
 * action is OBSERVE, so dates of lots, which EPCIS allows as ILMD with ADD only, stand in {@code lotwire:statements}
 * with everything else that a lot event says and EPCIS does not. Goods that were not there ({@code short}) are told there
 * only: whoever adds up quantities must not find them.
 *
 * <p>EPCIS wants a full time with a zone, and a partner may say less. {@code lotwire:statedTime} and {@code
 * lotwire:timePrecision} are what the partner said. Where that is a date, {@code eventTime} is noon UTC of it, which is
 * the same date nearly everywhere; where it is a time without a zone, that time in UTC; where it is nothing, the time
 * that this document was made, and there is no {@code lotwire:statedTime}. {@code lotwire:eventTimeAssumes} says which of
 * these it is: {@code noon-utc}, {@code utc} or {@code time-of-this-document}; without it, {@code eventTime} was stated.
 */
public final class EpcisDocument implements LotEventWriter {
    private final OutputStream out;
    private final Instant created;
    private final List<LotEvent> events = new ArrayList<>();

    /**
     * Writes to a stream when closed: the document's id is made of the ids of all events, and stands before them.
     *
     * @param created the moment that the document is made
     */
    public EpcisDocument(OutputStream out, Instant created) {
        this.out = out;
        this.created = created;
    }

    @Override
    public void write(LotEvent event) {
        events.add(event);
    }

    @Override
    public void close() throws IOException {
        EventSource all = EventSource.of(events);
        try (EpcisWriting writing = new EpcisWriting(out, created, EpcisWriting.id(all))) {
            all.forEach(writing::write);
        }
    }
}
