package io.lotwire.bench.x12;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One parser reads one generated interchange after the other. {@link X12Benchmark} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class X12Reading {
    static final long SEED = 856;

    /** A parser, a constant of {@link Parser}. */
    @Param("LOTWIRE")
    private String parser;

    /** How many interchanges there are, read in turn: together more than the processor's caches hold. */
    @Param("32")
    private int interchanges;

    /** Bytes of an interchange, at least. */
    @Param("1000000")
    private int size;

    private Contestant contestant;
    private byte[][] input;
    private int next;

    /** What was spent, by the reading thread alone: what garbage collection costs beside it is not in it. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        /** Bytes read. */
        public long bytes;
        /** Nanoseconds of processor time. */
        public long cpuNanos;
        /** Bytes allocated. */
        public long allocated;

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        /** Begins anew. */
        @Setup(Level.Iteration)
        public void clear() {
            bytes = 0;
            cpuNanos = 0;
            allocated = 0;
        }
    }

    /** Makes the input. */
    @Setup
    public void generate() {
        contestant = Parser.valueOf(parser).contestant();
        input = new byte[interchanges][];
        for (int i = 0; i < interchanges; i++) {
            input[i] = ShipNotices.interchange(SEED + i, size).bytes();
        }
    }

    /** Reads the next interchange. */
    @Benchmark
    public Tally read(Cost cost) throws Exception {
        byte[] interchange = input[next];
        next = (next + 1) % input.length;
        long allocated = cost.threads.getCurrentThreadAllocatedBytes();
        long cpu = cost.threads.getCurrentThreadCpuTime();
        Tally tally = contestant.read(interchange);
        cost.cpuNanos += cost.threads.getCurrentThreadCpuTime() - cpu;
        cost.allocated += cost.threads.getCurrentThreadAllocatedBytes() - allocated;
        cost.bytes += interchange.length;
        return tally;
    }
}
