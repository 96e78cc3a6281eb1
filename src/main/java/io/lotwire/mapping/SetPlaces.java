package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.Source;
import io.lotwire.problem.Place;

/** Where the segments of a set stand: in its file, for a problem, and among its documents, for an event. */
final class SetPlaces {
    private final TransactionSet set;
    private final Origin origin;
    private final String stamp;

    /**
     * @param stamp the mapping's name and version
     */
    SetPlaces(TransactionSet set, Origin origin, String stamp) {
        this.set = set;
        this.origin = origin;
        this.stamp = stamp;
    }

    /** The set's header. */
    Place header() {
        return of(set.header());
    }

    /** Where a segment stands, for a problem. */
    Place of(Segment segment) {
        return new Place(
                origin.file(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                segment.number(),
                segment.id(),
                0,
                0,
                0,
                segment.offset());
    }

    /** The bytes that an event comes from: those of the segment that states its lot, else its item. */
    Source source(Segment segment) {
        return new Source(
                origin.partner(),
                set.id(),
                set.syntax() == Syntax.EDIFACT ? set.version() : set.group().version(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                origin.sha256(),
                segment.number(),
                segment.offset(),
                segment.length(),
                stamp);
    }
}
