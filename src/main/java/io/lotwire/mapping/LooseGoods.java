package io.lotwire.mapping;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Segments that state goods and stand where no loop takes them up, such as a W12 without its LX. */
final class LooseGoods {
    /** The faults of a segment that stands where it may not; without one of them no segment is loose. */
    private static final Set<Fault> MISPLACED =
            EnumSet.of(Fault.SEGMENT_UNEXPECTED, Fault.SEGMENT_OUT_OF_SEQUENCE, Fault.LOOP_TOO_MANY);

    private LooseGoods() {}

    /**
     * Those of a set.
     *
     * @param goods the segment that begins the loops of goods
     */
    static List<Segment> of(TransactionSet set, String goods) {
        boolean suspect = set.problems().stream()
                .anyMatch(problem -> problem.code() instanceof Fault fault
                        && MISPLACED.contains(fault)
                        && problem.place().segmentId().equals(goods));
        if (!suspect) {
            return List.of();
        }
        BitSet taken = new BitSet();
        take(set.root(), goods, taken);
        List<Segment> loose = new ArrayList<>();
        set.forEachSegment(segment -> {
            if (segment.is(goods) && !taken.get(segment.position())) {
                loose.add(segment);
            }
        });
        return loose;
    }

    private static void take(Loop loop, String goods, BitSet taken) {
        if (loop.id().equals(goods)) {
            taken.set(loop.first().position());
        }
        loop.loops().forEach(inner -> take(inner, goods, taken));
    }
}
