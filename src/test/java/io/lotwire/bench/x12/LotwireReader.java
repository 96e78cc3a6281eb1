package io.lotwire.bench.x12;

import io.lotwire.problem.Problem;
import io.lotwire.x12.GroupSummary;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeReader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Limits;
import io.lotwire.x12.Segment;
import io.lotwire.x12.TransactionSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ours: reads, checks all that it checks, and finds the lots. */
final class LotwireReader implements Contestant {
    /** The usual limits, with room for the segments of a set of 100 MB. */
    private static final Limits LIMITS = new Limits(1 << 20, 1 << 28, 8_000_000, 32, 500);

    @Override
    public Tally read(byte[] interchange) throws IOException {
        return read(new ByteArrayInputStream(interchange));
    }

    Tally read(InputStream in) throws IOException {
        Lots lots = new Lots();
        new InterchangeReader(LIMITS).read("bench.edi", in, lots);
        return lots.sum.tally();
    }

    private static final class Lots implements InterchangeHandler {
        private final LotSum sum = new LotSum();

        @Override
        public void transactionSet(TransactionSet set) {
            set.problems().forEach(this::problem);
            for (Segment segment : set.segments()) {
                if (segment.is("LIN")) {
                    lots(segment);
                }
            }
        }

        private void lots(Segment lin) {
            for (int element = 2; element < lin.elementCount(); element += 2) {
                if (lin.element(element).equals("LT")) {
                    sum.add(lin.element(element + 1));
                }
            }
        }

        @Override
        public void groupEnds(InterchangeHeader interchange, GroupSummary group) {
            group.problems().forEach(this::problem);
        }

        @Override
        public void interchangeEnds(InterchangeSummary interchange) {
            interchange.problems().forEach(this::problem);
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
