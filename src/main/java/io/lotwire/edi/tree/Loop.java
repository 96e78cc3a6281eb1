package io.lotwire.edi.tree;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A node in the tree of one transaction set: the set itself ({@code ST}), a level ({@code HL}), or a loop such as
 * {@code N1} or {@code LX}. Levels hang under the level that their HL02 names, whatever order they come in; other loops
 * hang where the grammar says.
 *
 * <p>A loop is made when it is asked for, and makes its segments when they are. Two loops are equal when they are the
 * same loop of the same set.
 */
public final class Loop {
    private final SetTree tree;
    private final int number;
    private final Loop around;
    private Segment[] segments;

    Loop(SetTree tree, int number, Loop around) {
        this.tree = tree;
        this.number = number;
        this.around = around;
    }

    /** The identifier of the segment that opens the loop. */
    public String id() {
        return tree.id(number);
    }

    /** Its number, which no other loop of its set has: 0 is the set itself, inner loops have higher ones than outer. */
    public int number() {
        return number;
    }

    /** The loop's own segments in document order; the first is the one that opens it. */
    public List<Segment> segments() {
        return List.of(own());
    }

    /** The same, not to be changed. */
    Segment[] own() {
        Segment[] own = segments;
        if (own == null) {
            own = tree.segments(number);
            segments = own;
        }
        return own;
    }

    /** The set's tree. */
    SetTree tree() {
        return tree;
    }

    /** The loops inside this one, in document order; each walk through them makes them anew. */
    public Collection<Loop> loops() {
        return new Inner();
    }

    /** The loops inside this one with this identifier, in document order. */
    public List<Loop> loops(String loopId) {
        List<Loop> found = new ArrayList<>();
        for (Loop inner : loops()) {
            if (inner.id().equals(loopId)) {
                found.add(inner);
            }
        }
        return found;
    }

    /** The loop that holds this one; empty for the root. */
    public Optional<Loop> parent() {
        return Optional.ofNullable(around);
    }

    /** The segment that opens the loop. */
    public Segment first() {
        return own()[0];
    }

    /** The first own segment with this identifier. */
    public Optional<Segment> segment(String segmentId) {
        int packed = SegmentId.of(segmentId);
        if (segments == null && packed != SegmentId.NONE) {
            return Optional.ofNullable(tree.segment(number, packed));
        }
        for (Segment segment : own()) {
            if (segment.is(segmentId)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loop loop && loop.number == number && loop.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** The identifier and the position of the loop. */
    @Override
    public String toString() {
        return id() + " at segment " + first().number();
    }

    private final class Inner extends AbstractCollection<Loop> {
        @Override
        public Iterator<Loop> iterator() {
            return new Iterator<>() {
                private int next = tree.loops().firstInner(number);

                @Override
                public boolean hasNext() {
                    return next != LoopTable.NONE;
                }

                @Override
                public Loop next() {
                    if (next == LoopTable.NONE) {
                        throw new NoSuchElementException();
                    }
                    Loop loop = new Loop(tree, next, Loop.this);
                    next = tree.loops().beside(next);
                    return loop;
                }
            };
        }

        @Override
        public boolean isEmpty() {
            return tree.loops().firstInner(number) == LoopTable.NONE;
        }

        @Override
        public int size() {
            int count = 0;
            for (int at = tree.loops().firstInner(number);
                    at != LoopTable.NONE;
                    at = tree.loops().beside(at)) {
                count++;
            }
            return count;
        }
    }
}
