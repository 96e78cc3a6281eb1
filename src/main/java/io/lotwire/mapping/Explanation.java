package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import java.util.List;

/** Is told how a transaction set became lot events, and what of it became nothing. */
public interface Explanation {
    /**
     * A value of an event and where it was taken.
     *
     * @param field the event's field, such as {@code lot.code}; {@code document.number} is that of the document
     * @param place the place in the mapping, such as {@code LIN/LT}
     * @param value what stands there
     * @param segment the segment that it stands in
     */
    record Taken(String field, String place, String value, Segment segment) {}

    /**
     * Segments that no value was taken of.
     *
     * @param first the first of them
     * @param count how many have the same identifier
     */
    record NotMapped(Segment first, int count) {}

    /** An event was made. */
    void event(LotEvent event, List<Taken> taken);

    /** A set has ended. Its header and trailer and what opens its levels is not listed: they hold the others. */
    void notMapped(TransactionSet set, List<NotMapped> segments);
}
