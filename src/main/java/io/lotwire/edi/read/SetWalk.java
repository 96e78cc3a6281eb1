package io.lotwire.edi.read;

import io.lotwire.edi.check.Findings;
import io.lotwire.edi.check.Levels;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.plan.LoopPlan;
import io.lotwire.edi.plan.SegmentPlan;
import io.lotwire.edi.plan.SetPlan;
import io.lotwire.edi.plan.VariantPlan;
import io.lotwire.edi.segment.CurrentSegment;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.tree.LoopTable;
import java.util.Arrays;

/**
 * Walks through a transaction set by its grammar, puts each segment into its loop, and finds segments that are missing,
 * too many, out of sequence or unknown. A segment that has no place stays with the loop that is open, so that nothing is
 * lost from view.
 */
final class SetWalk {
    private final CurrentSegment current;
    private final LoopTable loops;
    private final Levels levels;
    private Frame[] frames = new Frame[0];
    private int open;
    private SetPlan plan;
    private String version;
    private String set;
    private Findings findings;
    private int loopInHand;

    SetWalk(CurrentSegment current, LoopTable loops, Levels levels) {
        this.current = current;
        this.loops = loops;
        this.levels = levels;
    }

    /** Begins with the ST or UNH in hand, in a version that the grammar has. */
    void begin(SetPlan setPlan, String setVersion, Findings setFindings) {
        plan = setPlan;
        version = setVersion;
        set = EnvelopeSegments.of(current.segment().syntax()).set();
        findings = setFindings;
        open = 0;
        push(setPlan.root(), loops.open(setPlan.root().kind(), LoopTable.NONE, 0, 1));
    }

    /**
     * Puts the segment in hand into its place.
     *
     * @return what its elements may hold there; null when it has no place
     */
    SegmentPlan place(int id) {
        if (id == SegmentId.LS) {
            findings.in(current.segment().element(1));
        } else if (id == SegmentId.LE) {
            findings.in("");
        }
        int part = LoopPlan.NOWHERE;
        int at = open - 1;
        for (; at >= 0 && part == LoopPlan.NOWHERE; at--) {
            Frame frame = frames[at];
            part = frame.plan.find(id, frame.position, frame.counts);
        }
        return part == LoopPlan.NOWHERE ? placeOutOfSequence(id) : enter(at + 1, part);
    }

    private SegmentPlan placeOutOfSequence(int id) {
        for (int at = open - 1; at >= 0; at--) {
            Frame frame = frames[at];
            int part = frame.plan.find(id, 0, frame.counts);
            if (part != LoopPlan.NOWHERE) {
                findings.segment(
                        Fault.SEGMENT_OUT_OF_SEQUENCE,
                        current.segment(),
                        current.segment().id() + " stands after a segment that it should come before; move it up.");
                return enter(at, part);
            }
        }
        foreign();
        return null;
    }

    private SegmentPlan enter(int at, int part) {
        while (open - 1 > at) {
            close();
        }
        Frame frame = frames[at];
        frame.noteMissing(part);
        int count = ++frame.counts[part];
        frame.position = Math.max(frame.position, part);
        LoopPlan inner = frame.plan.inner(part);
        if (count - 1 == frame.plan.most(part)) {
            tooMany(inner != null, frame.plan.most(part));
        }
        SegmentPlan segment = frame.plan.segment(part);
        VariantPlan variant = variant(frame, part);
        if (variant != null) {
            segment = variant.segment();
            inner = variant.inner();
        }
        if (inner == null) {
            stay(frame);
        } else {
            int number = loops.rows();
            int around = inner.isLevel() ? levels.around(current, number) : frame.loop;
            push(inner, loops.open(inner.kind(), around, (int) current.place(), current.position()));
        }
        return segment;
    }

    /** What a guide says of the segment in hand, in its place; null when it says nothing. */
    private VariantPlan variant(Frame frame, int part) {
        for (VariantPlan variant : frame.plan.variants(part)) {
            if (variant.isAbout(current.token())) {
                if (++frame.variantCounts[variant.index()] - 1 == variant.most()) {
                    tooMany(variant.inner() != null, variant.most());
                }
                return variant;
            }
        }
        return null;
    }

    private void tooMany(boolean isLoop, int most) {
        Segment segment = current.segment();
        if (most == 0) {
            findings.segment(
                    Fault.SEGMENT_NOT_USED, segment, segment.id() + " is not used in this document; leave it out.");
            return;
        }
        findings.segment(
                isLoop ? Fault.LOOP_TOO_MANY : Fault.SEGMENT_TOO_MANY,
                segment,
                (isLoop ? "Loop " : "Segment ") + segment.id() + " comes more than " + most
                        + (most == 1 ? " time" : " times") + " here; leave out what is too many.");
    }

    /** The segment in hand is one of the loop's own. */
    private void stay(Frame frame) {
        if (frame.loop != loopInHand) {
            frame.lastRun = loops.resume(frame.lastRun, (int) current.place(), current.position());
            loopInHand = frame.loop;
        }
    }

    private void foreign() {
        stay(frames[open - 1]);
        Segment segment = current.segment();
        String id = segment.id();
        if (plan.rule().root().knows(id)) {
            findings.segment(
                    Fault.SEGMENT_UNEXPECTED,
                    segment,
                    id + " belongs to a loop that has not begun here; send the segment that opens the loop first.");
        } else if (Grammar.standard().knows(id, version)) {
            findings.segment(
                    Fault.SEGMENT_NOT_IN_SET,
                    segment,
                    capital(set) + " " + plan.rule().id() + " has no segment " + id
                            + "; leave it out or say it in another segment.");
        } else {
            findings.segment(
                    Fault.SEGMENT_UNRECOGNISED,
                    segment,
                    "There is no segment '" + id + "' in " + set + " "
                            + plan.rule().id() + "; correct its identifier or leave it out.");
        }
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The loop that the segment in hand was put into. */
    int loopInHand() {
        return loopInHand;
    }

    /** Ends with the segment in hand, which is the SE or UNT where there is one. */
    void end(boolean hasTrailer) {
        while (open > 1) {
            close();
        }
        Frame root = frames[0];
        close();
        if (hasTrailer) {
            stay(root);
        }
        levels.end(current);
    }

    private void push(LoopPlan loopPlan, int loop) {
        if (open == frames.length) {
            frames = Arrays.copyOf(frames, open + 1);
            frames[open] = new Frame();
        }
        frames[open].begin(loopPlan, loop);
        open++;
        loopInHand = loop;
    }

    private void close() {
        open--;
        Frame frame = frames[open];
        for (int part : frame.plan.required()) {
            if (frame.counts[part] == 0) {
                missing(frame, part, frame.plan.rule().parts().get(part).id());
            }
        }
        for (int part = 0; frame.plan.variantCount() > 0 && part < frame.plan.parts(); part++) {
            for (VariantPlan variant : frame.plan.variants(part)) {
                if (variant.required() && frame.variantCounts[variant.index()] == 0) {
                    missing(frame, part, variant.name());
                }
            }
        }
    }

    private void missing(Frame frame, int part, String name) {
        Segment noted = frame.missedBefore == null ? null : frame.missedBefore[part];
        Segment before = noted == null ? current.segment() : noted;
        String id = frame.plan.rule().parts().get(part).id();
        findings.missing(
                id,
                before,
                name + " is missing in "
                        + (open == 0
                                ? "the " + set
                                : "loop " + frame.plan.rule().id())
                        + "; it must come before segment " + before.number() + " (" + before.id() + ").");
    }

    /** A loop that is open: where in its plan it is, and how often each of its parts has come. */
    private final class Frame {
        private LoopPlan plan;
        private int loop;
        private int lastRun;
        private int[] counts = new int[0];
        private Segment[] missedBefore;
        private int position;
        private int[] variantCounts = new int[0];

        void begin(LoopPlan loopPlan, int number) {
            plan = loopPlan;
            loop = number;
            lastRun = number;
            position = 0;
            missedBefore = null;
            if (plan.variantCount() > 0) {
                variantCounts = new int[plan.variantCount()];
            }
            if (counts.length < plan.parts()) {
                counts = new int[plan.parts()];
            } else {
                Arrays.fill(counts, 0, plan.parts(), 0);
            }
        }

        /** Mandatory parts before this one that have not come were expected here; they may still come out of sequence. */
        void noteMissing(int part) {
            for (int before : plan.required()) {
                if (before < part && counts[before] == 0) {
                    if (missedBefore == null) {
                        missedBefore = new Segment[plan.parts()];
                    }
                    if (missedBefore[before] == null) {
                        missedBefore[before] = current.segment();
                    }
                }
            }
        }
    }
}
