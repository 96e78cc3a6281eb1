package io.lotwire.bench;

import io.lotwire.bench.as2.As2Benchmark;
import io.lotwire.bench.pipeline.PipelineBenchmark;
import io.lotwire.bench.registry.RegistryBenchmark;
import io.lotwire.bench.x12.X12Benchmark;
import io.lotwire.cli.LibraryLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs benchmarks and prints what they measured: {@code Bench [--json] [NAME...]}. Exit code 0 when every figure meets its
 * goal, 1 when one does not, 2 when there is no benchmark of that name. {@code lotwire.home} is the repository's root, the
 * working directory when it is not set.
 */
public final class Bench {
    private static final String JSON = "--json";

    private Bench() {}

    /** The benchmarks there are; a new one is added here. */
    static List<Benchmark> all(Path home) {
        return List.of(
                new X12Benchmark(home), new As2Benchmark(home), new PipelineBenchmark(home), new RegistryBenchmark());
    }

    /** Runs the benchmarks that the arguments name, all when they name none. */
    public static void main(String[] arguments) throws Exception {
        LibraryLog.leaveOutDetails();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(
                List.of(arguments),
                Path.of(System.getProperty("lotwire.home", "")).toAbsolutePath(),
                out,
                err));
    }

    static int run(List<String> arguments, Path home, PrintStream out, PrintStream err) throws Exception {
        List<Benchmark> all = all(home);
        List<String> names =
                arguments.stream().filter(argument -> !argument.equals(JSON)).toList();
        List<Benchmark> chosen = all.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
        if (chosen.size() < names.size() || chosen.isEmpty()) {
            err.println("There is no such benchmark; there is: "
                    + all.stream().map(Benchmark::name).collect(Collectors.joining(", ")) + ".");
            return 2;
        }
        List<Result> results = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            results.add(benchmark.run(err::println));
        }
        out.print(arguments.contains(JSON) ? ReportJson.of(results) : ReportText.of(results));
        return results.stream().allMatch(Result::met) ? 0 : 1;
    }
}
