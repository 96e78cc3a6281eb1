package io.lotwire.mapping;

import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import java.util.List;
import java.util.Locale;

/** Is told how a transaction set became lot events, and what of it became nothing. */
public interface Explanation {
    /**
     * A value of an event and where it was taken.
     *
     * @param field the event's field, such as {@code lot.code}; {@code document.number} is that of the document
     * @param place the place in the mapping, such as {@code LIN/LT}
     * @param value what stands there
     * @param at its segment, element and component; of an element that repeats, the first repetition
     */
    record Taken(String field, String place, String value, ElementPlace at) {
        /** The segment that it stands in. */
        public Segment segment() {
            return at.segment();
        }
    }

    /**
     * What no value was taken of: segments, or elements of segments of which others were taken.
     *
     * @param first the first of the segments
     * @param element which element, 0 for the segments as a whole
     * @param component which component of the element, 0 for all of it
     * @param count how many there are
     */
    record NotMapped(Segment first, int element, int component, int count) {
        /** True for segments of which nothing was taken. */
        public boolean isSegment() {
            return element == 0;
        }

        /** This and one more that is alike. */
        NotMapped and(NotMapped other) {
            return new NotMapped(first, element, component, count + other.count);
        }

        /** The place of the first. */
        public ElementPlace at() {
            return new ElementPlace(first, element, component > 0 ? 1 : 0, component);
        }

        /** Where it stands, such as {@code W03}, {@code W12-10} or {@code IMD-03.5}. */
        public String place() {
            return first.id()
                    + (element == 0 ? "" : String.format(Locale.ROOT, "-%02d", element))
                    + (component == 0 ? "" : "." + component);
        }

        /** What stands there. */
        public String value() {
            return isSegment()
                    ? first.toString()
                    : component == 0 ? first.element(element) : first.component(element, component);
        }
    }

    /** An event was made. */
    void event(LotEvent event, List<Taken> taken);

    /**
     * The same, for who tells events of a set by their numbers.
     *
     * @param number the event's number in its set, from 1; events that are not told of are counted, too
     */
    default void event(int number, LotEvent event, List<Taken> taken) {
        event(event, taken);
    }

    /** No value was taken of a place; each is told by itself, in document order, when the set has ended. */
    default void unread(NotMapped place) {}

    /**
     * A set has ended. Its header and trailer and what opens its levels is not listed: they hold the others.
     *
     * @param places those of {@link #unread} that are alike together, with their number
     */
    void notMapped(TransactionSet set, List<NotMapped> places);
}
