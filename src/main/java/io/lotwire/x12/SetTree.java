package io.lotwire.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of one transaction set.
 *
 * @param content its bytes
 * @param loops its loops
 * @param ids the identifiers of the kinds of loops
 */
record SetTree(SetContent content, LoopTable loops, List<String> ids) {
    Loop root() {
        return new Loop(this, 0, null);
    }

    String id(int loop) {
        return ids.get(loops.kind(loop));
    }

    /** A loop's own segments. */
    List<Segment> segments(int loop) {
        int first = loops.firstRun(loop);
        List<Segment> segments = run(first);
        int run = loops.nextRun(first);
        if (run == LoopTable.NONE) {
            return segments;
        }
        List<Segment> all = new ArrayList<>(segments);
        for (; run != LoopTable.NONE; run = loops.nextRun(run)) {
            all.addAll(run(run));
        }
        return List.copyOf(all);
    }

    private List<Segment> run(int run) {
        return content.cut(loops.runStart(run), loops.runEnd(run), loops.runPosition(run));
    }

    /** All segments in order. */
    List<Segment> segments() {
        return content.cut(0, content.length(), 1);
    }
}
