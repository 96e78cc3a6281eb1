package io.lotwire.bench.x12;

import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Ours: reads, checks all that it checks, and finds the lots in the tree of each transaction set. */
final class LotwireReader implements Contestant {
    private static final X12Parser PARSER = X12Parser.standard();

    @Override
    public Tally read(byte[] interchange) throws IOException {
        Lots lots = new Lots();
        PARSER.read("bench.edi", ByteBuffer.wrap(interchange), lots);
        return lots.sum.tally();
    }

    Tally read(Path file) throws IOException {
        Lots lots = new Lots();
        PARSER.read(file, lots);
        return lots.sum.tally();
    }

    private static final class Lots implements InterchangeHandler {
        private final LotSum sum = new LotSum();

        @Override
        public void transactionSet(TransactionSet set) {
            set.problems().forEach(this::problem);
            levels(set.root());
        }

        private void levels(Loop around) {
            for (Loop level : around.loops()) {
                if (level.id().equals("HL")) {
                    level.segment("LIN").ifPresent(this::lots);
                    levels(level);
                }
            }
        }

        private void lots(Segment lin) {
            for (int element = 2; element < lin.elementCount(); element += 2) {
                if (lin.is(element, "LT")) {
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
