package io.lotwire.bench.x12;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translator;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Ours with all that the gateway makes of a document: reads, checks, and translates each set to lot events. */
final class LotwireEvents implements Contestant {
    private static final X12Parser PARSER = X12Parser.standard();
    private static final Origin ORIGIN = new Origin("farm", "bench.edi", "0".repeat(64));

    private final Translator translator =
            Mappings.load(Path.of("mappings"), "x12/856").named("x12/856").orElseThrow();

    @Override
    public Tally read(byte[] interchange) throws IOException {
        Events events = new Events();
        PARSER.read("bench.edi", ByteBuffer.wrap(interchange), events);
        return events.sum.tally();
    }

    Tally read(Path file) throws IOException {
        Events events = new Events();
        PARSER.read(file, events);
        return events.sum.tally();
    }

    private final class Events implements InterchangeHandler {
        private final LotSum sum = new LotSum();

        @Override
        public void transactionSet(TransactionSet set) {
            set.problems().forEach(this::problem);
            translator.translate(set, ORIGIN, false, this::event).problems().forEach(this::problem);
        }

        private void event(LotEvent event) {
            sum.add(event.lot().code());
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
