package io.lotwire.x12;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A node in the tree of one transaction set: the set itself ({@code ST}), a level ({@code HL}), or a loop such as
 * {@code N1} or {@code LX}. Levels hang under the level that their HL02 names, whatever order they come in; other loops
 * hang where the grammar says.
 */
public final class Loop {
    private final String id;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private Loop parent;

    Loop(String id) {
        this.id = id;
    }

    /** The identifier of the segment that opens the loop. */
    public String id() {
        return id;
    }

    /** The loop's own segments in document order; the first is the one that opens it. */
    public List<Segment> segments() {
        return Collections.unmodifiableList(segments);
    }

    /** The loops inside this one, in document order. */
    public List<Loop> loops() {
        return Collections.unmodifiableList(loops);
    }

    /** The loops inside this one with this identifier, in document order. */
    public List<Loop> loops(String loopId) {
        return loops.stream().filter(loop -> loop.id.equals(loopId)).toList();
    }

    /** The loop that holds this one; empty for the root. */
    public Optional<Loop> parent() {
        return Optional.ofNullable(parent);
    }

    /** The segment that opens the loop. */
    public Segment first() {
        return segments.get(0);
    }

    /** The first own segment with this identifier. */
    public Optional<Segment> segment(String segmentId) {
        return segments.stream().filter(segment -> segment.is(segmentId)).findFirst();
    }

    void add(Segment segment) {
        segments.add(segment);
    }

    void add(Loop loop) {
        loop.parent = this;
        loops.add(loop);
    }
}
