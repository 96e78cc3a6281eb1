package io.lotwire.inspect;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.SegmentCursor;
import io.lotwire.edi.segment.SegmentId;

/** Knows in what set the segment stands that a cursor is at. Nothing is made of segments that do not begin or end something. */
final class SetTracker {
    private static final int ISA = SegmentId.of("ISA");
    private static final int GS = SegmentId.of("GS");
    private static final int ST = SegmentId.of("ST");
    private static final int SE = SegmentId.of("SE");
    private static final int UNB = SegmentId.of("UNB");
    private static final int UNH = SegmentId.of("UNH");
    private static final int UNT = SegmentId.of("UNT");

    /**
     * All that must be known behind a segment.
     *
     * @param group what holds in the group, outside of its sets
     * @param next what holds in the next segment, as long as that begins nothing
     */
    record State(SetKind group, SetKind next) {
        static final State BEGINNING = new State(SetKind.OUTSIDE, SetKind.OUTSIDE);
    }

    private State state;
    private SetKind current = SetKind.OUTSIDE;

    SetTracker(State state) {
        this.state = state;
    }

    /** The cursor has gone on. */
    void take(SegmentCursor cursor) {
        int id = cursor.id();
        current = state.next;
        if (id == ST) {
            begin(new SetKind(cursor.element(1), version(cursor.element(3))));
        } else if (id == UNH) {
            begin(new SetKind(
                    cursor.segment().component(2, 1),
                    cursor.segment().component(2, 2) + cursor.segment().component(2, 3)));
        } else if (id == SE || id == UNT) {
            state = new State(state.group, state.group);
        } else if (id == GS) {
            current = new SetKind("", cursor.element(8));
            state = new State(current, current);
        } else if (id == ISA || id == UNB) {
            current = SetKind.OUTSIDE;
            state = State.BEGINNING;
        }
    }

    private void begin(SetKind set) {
        current = set;
        state = new State(state.group, set);
    }

    /** ST03 names a guide, which may be no version. */
    private String version(String named) {
        return named.isEmpty() || !Grammar.isRelease(named) ? state.group.version() : named;
    }

    /** In what set the current segment stands. */
    SetKind kind() {
        return current;
    }

    State state() {
        return state;
    }
}
