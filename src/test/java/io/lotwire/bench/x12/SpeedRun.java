package io.lotwire.bench.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How a parser's speed is measured by JMH.
 *
 * @param forks how many processes; 0 measures in this one
 * @param warmupSeconds seconds before it counts
 * @param rounds rounds that count; the median of them is taken
 * @param roundMillis milliseconds of a round, at least one interchange
 * @param interchanges how many there are
 * @param size bytes of each
 */
public record SpeedRun(int forks, int warmupSeconds, int rounds, int roundMillis, int interchanges, int size) {
    /**
     * 32 interchanges of 1 MB; the slower parsers take several seconds until they are as fast as they get. Three processes,
     * since the compiler does not come to the same code each time.
     */
    static final SpeedRun USUAL = new SpeedRun(3, 8, 3, 1000, 32, 1_000_000);

    /**
     * A parser's speed.
     *
     * @param megabytesPerCpuSecond millions of bytes read in a second of processor time
     * @param allocatedPerByte bytes allocated for each byte read
     */
    record Speed(double megabytesPerCpuSecond, double allocatedPerByte) {}

    Speed of(Parser parser) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + X12Reading.class.getName() + "\\.read$")
                .param("parser", parser.name())
                .param("interchanges", Integer.toString(interchanges))
                .param("size", Integer.toString(size))
                .forks(forks)
                .warmupIterations(warmupSeconds == 0 ? 0 : 1)
                .warmupTime(TimeValue.seconds(Math.max(1, warmupSeconds)))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(roundMillis))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(arguments(parser));
        Collection<RunResult> results = new Runner(options.build()).run();
        List<Speed> speeds = new ArrayList<>();
        for (RunResult result : results) {
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults().forEach(round -> speeds.add(speed(round))));
        }
        return new Speed(
                median(speeds.stream().mapToDouble(Speed::megabytesPerCpuSecond).toArray()),
                median(speeds.stream().mapToDouble(Speed::allocatedPerByte).toArray()));
    }

    private static String[] arguments(Parser parser) {
        List<String> arguments = new ArrayList<>(
                List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-Djava.util.logging.manager=" + QuietLog.MANAGER));
        if (parser == Parser.BYTE_LOOP) {
            arguments.add("-XX:-UseSuperWord");
        }
        return arguments.toArray(String[]::new);
    }

    private static Speed speed(IterationResult round) {
        double bytes = counter(round, "bytes");
        return new Speed(bytes * 1000 / counter(round, "cpuNanos"), counter(round, "allocated") / bytes);
    }

    private static double counter(IterationResult round, String name) {
        return round.getSecondaryResults().get(name).getScore();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
