package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.LoopRule;
import io.lotwire.x12.grammar.Part;
import io.lotwire.x12.grammar.SetRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes the tree of a transaction set by its grammar, and finds segments that are missing, too many, out of sequence or
 * unknown. A segment that has no place stays with the loop that is open, so that nothing is lost from view. Levels stand
 * in a row; {@link Levels} links them.
 */
final class TreeBuilder {
    private final SetRule rule;
    private final Findings findings;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Loop> levels = new ArrayList<>();

    TreeBuilder(SetRule rule, Findings findings) {
        this.rule = rule;
        this.findings = findings;
    }

    /** The levels in document order, not linked yet. */
    List<Loop> levels() {
        return levels;
    }

    /**
     * The tree of these segments.
     *
     * @param segments from ST to SE; SE may be missing
     */
    Loop build(List<Segment> segments) {
        Segment first = segments.get(0);
        Segment last = segments.get(segments.size() - 1);
        Loop root = new Loop("ST");
        root.add(first);
        open.push(new Frame(rule.root(), root));
        boolean hasTrailer = segments.size() > 1 && last.is("SE");
        for (Segment segment : segments.subList(1, hasTrailer ? segments.size() - 1 : segments.size())) {
            place(segment);
        }
        while (!open.isEmpty()) {
            close(last);
        }
        if (hasTrailer) {
            root.add(last);
        }
        return root;
    }

    private void place(Segment segment) {
        String id = segment.id();
        Frame frame = frameThatExpects(id, false);
        if (frame == null) {
            frame = frameThatExpects(id, true);
            if (frame == null) {
                foreign(segment, id);
                return;
            }
            findings.segment(
                    Fault.SEGMENT_OUT_OF_SEQUENCE,
                    segment,
                    id + " stands after a segment that it should come before; move it up.");
        }
        while (open.element() != frame) {
            close(segment);
        }
        int index = frame.indexOf(id, false);
        enter(frame, index >= 0 ? index : frame.indexOf(id, true), segment);
    }

    private Frame frameThatExpects(String id, boolean anywhere) {
        for (Frame frame : open) {
            if (frame.indexOf(id, anywhere) >= 0) {
                return frame;
            }
        }
        return null;
    }

    private void enter(Frame frame, int index, Segment segment) {
        Part part = frame.rule.parts().get(index);
        frame.noteMissing(index, segment);
        frame.counts[index]++;
        frame.position = Math.max(frame.position, index);
        boolean isLoop = part instanceof LoopRule;
        if (frame.counts[index] == (long) part.most() + 1) {
            findings.segment(
                    isLoop ? Fault.LOOP_TOO_MANY : Fault.SEGMENT_TOO_MANY,
                    segment,
                    (isLoop ? "Loop " : "Segment ") + part.id() + " comes more than " + part.most()
                            + (part.most() == 1 ? " time" : " times") + " here; leave out what is too many.");
        }
        if (part instanceof LoopRule inner) {
            Loop loop = new Loop(inner.id());
            loop.add(segment);
            if (inner.id().equals(Grammar.LEVEL)) {
                levels.add(loop);
            } else {
                frame.loop.add(loop);
            }
            open.push(new Frame(inner, loop));
        } else {
            frame.loop.add(segment);
        }
    }

    private void foreign(Segment segment, String id) {
        open.element().loop.add(segment);
        if (rule.root().knows(id)) {
            findings.segment(
                    Fault.SEGMENT_UNEXPECTED,
                    segment,
                    id + " belongs to a loop that has not begun here; send the segment that opens the loop first.");
        } else if (Grammar.standard().knows(id)) {
            findings.segment(
                    Fault.SEGMENT_NOT_IN_SET,
                    segment,
                    "Transaction set " + rule.id() + " has no segment " + id
                            + "; leave it out or say it in another segment.");
        } else {
            findings.segment(
                    Fault.SEGMENT_UNRECOGNISED,
                    segment,
                    "There is no segment '" + id + "' in transaction set " + rule.id()
                            + "; correct its identifier or leave it out.");
        }
    }

    private void close(Segment next) {
        Frame frame = open.pop();
        for (int i = 0; i < frame.counts.length; i++) {
            Part part = frame.rule.parts().get(i);
            if (part.required() && frame.counts[i] == 0) {
                Segment before = frame.missedBefore[i] == null ? next : frame.missedBefore[i];
                findings.missing(
                        part.id(),
                        before,
                        part.id() + " is missing in "
                                + (open.isEmpty() ? "the transaction set" : "loop " + frame.rule.id())
                                + "; it must come before segment " + before.number() + " (" + before.id() + ").");
            }
        }
    }

    /** A loop that is open: where in its rule it is, and how often each of its parts has come. */
    private static final class Frame {
        private final LoopRule rule;
        private final Loop loop;
        private final int[] counts;
        private final Segment[] missedBefore;
        private int position;

        Frame(LoopRule rule, Loop loop) {
            this.rule = rule;
            this.loop = loop;
            this.counts = new int[rule.parts().size()];
            this.missedBefore = new Segment[counts.length];
        }

        /** Mandatory parts before this one that have not come were expected here; they may still come out of sequence. */
        void noteMissing(int index, Segment segment) {
            for (int i = 0; i < index; i++) {
                if (rule.parts().get(i).required() && counts[i] == 0 && missedBefore[i] == null) {
                    missedBefore[i] = segment;
                }
            }
        }

        int indexOf(String id, boolean anywhere) {
            int found = -1;
            for (int i = anywhere ? 0 : position; i < counts.length; i++) {
                Part part = rule.parts().get(i);
                if (part.id().equals(id)) {
                    if (counts[i] < part.most()) {
                        return i;
                    }
                    found = found < 0 ? i : found;
                }
            }
            return found;
        }
    }
}
