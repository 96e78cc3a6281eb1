package io.lotwire.edi.tree;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.SetContent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tree of one transaction set.
 *
 * @param content its bytes
 * @param loops its loops
 * @param ids the identifiers of the kinds of loops
 */
public record SetTree(SetContent content, LoopTable loops, LoopIds ids) {
    Loop root() {
        return new Loop(this, 0, null);
    }

    /** The identifier of the segment that opens a loop. */
    String id(int loop) {
        return ids.text(loops.kind(loop));
    }

    /** The same, as {@link SegmentId} packs it. */
    int packedId(int loop) {
        return ids.packed(loops.kind(loop));
    }

    /** A loop's own segments. */
    Segment[] segments(int loop) {
        Segment[] segments = run(loop);
        for (int run = loops.nextRun(loop); run != LoopTable.NONE; run = loops.nextRun(run)) {
            Segment[] more = run(run);
            int count = segments.length;
            segments = Arrays.copyOf(segments, count + more.length);
            System.arraycopy(more, 0, segments, count, more.length);
        }
        return segments;
    }

    /** The first of them with an identifier, as {@link SegmentId} packs it; null when there is none. */
    Segment segment(int loop, int id) {
        for (int run = loop; run != LoopTable.NONE; run = loops.nextRun(run)) {
            Segment found = content.first(id, loops.start(run), loops.end(run), loops.position(run));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Segment[] run(int run) {
        return content.cut(loops.start(run), loops.end(run), loops.position(run));
    }

    /** The segment at a position in the set, from 1; empty when there is none. */
    Optional<Segment> segmentAt(int position) {
        int low = 0;
        int high = loops.rows() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (loops.position(middle) <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Segment[] run = run(low);
        int place = position - loops.position(low);
        return place >= 0 && place < run.length ? Optional.of(run[place]) : Optional.empty();
    }

    /** Hands over all segments in order; few of them are in memory at a time. */
    void forEachSegment(Consumer<Segment> taker) {
        for (int row = 0; row < loops.rows(); row++) {
            for (Segment segment : run(row)) {
                taker.accept(segment);
            }
        }
    }

    /** All segments in order. */
    List<Segment> segments() {
        return List.of(content.cut(0, content.length(), 1));
    }
}
