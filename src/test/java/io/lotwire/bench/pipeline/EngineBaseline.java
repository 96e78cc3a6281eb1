package io.lotwire.bench.pipeline;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translator;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** What the engine alone takes to read, check and translate files, in memory. */
final class EngineBaseline {
    private static final X12Parser PARSER = X12Parser.standard();
    private static final Origin ORIGIN = new Origin("bench-farm-a", "asn.edi", "0".repeat(64));

    private final Translator translator;
    private long events;

    EngineBaseline(Path home) {
        translator = Mappings.load(home.resolve("mappings"), "x12/856")
                .named("x12/856")
                .orElseThrow();
    }

    /** Milliseconds of processor that a file takes, when Java has compiled it all. */
    double processorMillis(List<byte[]> files, int millis) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Repeated.during(millis, number -> read(files.get(number % files.size())));
        long eventsBefore = events;
        long before = threads.getCurrentThreadCpuTime();
        int rounds = 0;
        do {
            for (byte[] file : files) {
                read(file);
            }
            rounds++;
        } while (threads.getCurrentThreadCpuTime() - before < millis * 1_000_000L);
        double all = (threads.getCurrentThreadCpuTime() - before) / 1e6;
        Expected.same("lot events of the engine", (long) rounds * files.size() * Notices.LOTS, events - eventsBefore);
        return all / rounds / files.size();
    }

    private void read(byte[] file) throws IOException {
        PARSER.read("asn.edi", ByteBuffer.wrap(file), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                translator.translate(set, ORIGIN, false, event -> events++);
            }

            @Override
            public void problem(Problem problem) {
                throw new IllegalStateException(problem.toString());
            }
        });
    }
}
