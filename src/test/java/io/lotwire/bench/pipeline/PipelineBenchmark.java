package io.lotwire.bench.pipeline;

import io.lotwire.bench.Benchmark;
import io.lotwire.bench.Folder;
import io.lotwire.bench.Result;
import io.lotwire.bench.pipeline.Notices.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole gateway as it is run, from the sender's POST to the subscriber's queue, beside what its own database, disk,
 * broker and engine can do on the same machine in the same run.
 */
public final class PipelineBenchmark implements Benchmark {
    /** The measure that has a gateway of its own. */
    private static final String HEAP = "heap";

    private static final int WARM_SENDERS = 4;
    private static final int WARM_ROUNDS = 4;
    private static final int MOST_ROUNDS = 12;
    /** Of the processor's time, what Java's compilers have when nearly all is compiled. */
    private static final double SELDOM = 0.1;

    /** Fewer files than this make nothing hot: who warms up with so few does not want to measure. */
    static final int HOT = 400;

    private static final Cast CAST = new Cast(
            List.of(Farm.A, Farm.B),
            List.of(
                    Subscription.SINGLE,
                    Subscription.MANY_TO_QUEUE,
                    Subscription.MANY_TO_FOLDER,
                    Subscription.MANY_OVER_AS2));

    private final Path home;
    private final Sizes sizes;

    /** Measures the installation in this folder. */
    public PipelineBenchmark(Path home) {
        this(home, Sizes.asSet());
    }

    PipelineBenchmark(Path home, Sizes sizes) {
        this.home = home;
        this.sizes = sizes;
    }

    /** In the order in which they are measured: the tables are empty at first, and fullest in the end. */
    private static List<Measure> measures() {
        Bulk bulk = new Bulk();
        SteadyState steady = new SteadyState();
        return List.of(
                new Measure("bulk", List.of(Size.BULK_SETS), bulk::onEmptyTables),
                new Measure("one-sender", List.of(Size.ACCEPTED), Accepting::byOne),
                new Measure("eight-senders", List.of(Size.ACCEPTED), Accepting::byEight),
                new Measure("steady", List.of(Size.STEADY), steady::rate),
                new Measure("half-rate", List.of(Size.STEADY, Size.HALF_RATE_SECONDS), steady::halfOfTheRate),
                new Measure("neighbour", List.of(Size.NEIGHBOURS, Size.BULK_SETS), Neighbour::of),
                new Measure("queue", List.of(Size.DELIVERED), Delivering::toQueue),
                new Measure("folder", List.of(Size.DELIVERED), Delivering::toFolder),
                new Measure("as2", List.of(Size.DELIVERED), Delivering::overAs2),
                new Measure("memory", List.of(Size.REMEMBERED), Remembering::of),
                new Measure(
                        "many-events",
                        List.of(Size.BULK_SETS, Size.EVENTS_THERE),
                        scene -> bulk.with(Size.EVENTS_THERE, scene)),
                new Measure(
                        "more-events",
                        List.of(Size.BULK_SETS, Size.MORE_EVENTS_THERE),
                        scene -> bulk.with(Size.MORE_EVENTS_THERE, scene)));
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Result run(Consumer<String> progress) throws Exception {
        sizes.words().forEach(progress);
        Scene.Run run = new Scene.Run(home, sizes, progress);
        Findings findings = new Findings(progress);
        List<Measure> all = measures();
        sizes.requireKnown(
                Stream.concat(all.stream().map(Measure::name), Stream.of(HEAP)).toList());
        List<Measure> wanted = all.stream()
                .filter(measure -> sizes.want(measure.name(), measure.needs()))
                .toList();
        if (!wanted.isEmpty()) {
            in(folder -> {
                progress.accept("Starting the gateway ...");
                try (Scene scene = Scene.start(run, folder, CAST, List.of(), Map.of())) {
                    warmUp(scene);
                    for (Measure measure : wanted) {
                        awaitTheDisk();
                        findings.add(measure.name(), () -> measure.way().of(scene));
                    }
                }
            });
        }
        if (sizes.want(HEAP, List.of(Size.HEAP_MEGABYTES, Size.HEAP_LOTS))) {
            in(folder -> findings.add(HEAP, () -> SmallHeap.of(run, folder)));
        }
        return new Result(name(), about(), findings.tables(), findings.figures());
    }

    /** What one measure and its baseline have written goes to the disk before the next one begins. */
    private static void awaitTheDisk() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    private interface Act {
        void in(Path folder) throws Exception;
    }

    private static void in(Act act) throws Exception {
        Path folder = Files.createTempDirectory("lotwire-bench-pipeline");
        try {
            act.in(folder);
        } finally {
            Folder.delete(folder);
        }
    }

    /**
     * Small files and a big one of as many sets, some at a time, and a rest after each in which Java compiles what has become
     * hot: what it takes for that once in a process's life is no part of what a file takes. What is done once a file becomes
     * hot after thousands of them, so it goes on while the compilers take a good part of the processor's time.
     */
    private void warmUp(Scene scene) throws Exception {
        scene.progress().accept("Warming up ...");
        int rounds = sizes.of(Size.WARM_UP) < HOT ? 1 : WARM_ROUNDS;
        int files = Math.max(1, sizes.of(Size.WARM_UP) / rounds);
        double compiling = 1;
        for (int round = 0; round < rounds || (rounds > 1 && round < MOST_ROUNDS && compiling > SELDOM); round++) {
            double compilers = scene.gateway().compilersMillis();
            double all = scene.gateway().processorMillis();
            scene.senders().send(Farm.A, scene.messages(Farm.A, scene.files(Farm.A, files)), WARM_SENDERS);
            scene.idle();
            compiling = (scene.gateway().compilersMillis() - compilers)
                    / (scene.gateway().processorMillis() - all);
            scene.stored(scene.sent(Farm.A, scene.big(Farm.A, Subscription.SINGLE, files, Notices.LOTS, Item.BRIEF)));
            scene.idle();
            if (rounds > 1) {
                scene.progress().accept("    compilers had " + Math.round(compiling * 100) + " % of the processor");
                scene.gateway().untilCompiled();
            }
        }
    }

    private List<String> about() {
        List<String> about = new ArrayList<>(List.of(
                "The packaged gateway in a process of its own, with its embedded PostgreSQL and Artemis, all on one disk; the",
                "partners' AS2 and SFTP servers in another process. Small files are 856s of 2 to 3 KB with "
                        + Notices.LOTS + " lots,",
                "sent over AS2 without signature and encryption; the MDN is the answer, sent when the file is",
                "committed. Each MDN is checked when the clock has stopped, lot events and deliveries are counted. Baselines",
                "follow each measure, on the same database, disk and broker while the gateway is idle: commits of a row into",
                "a copy of the inbox, commits of " + DatabaseBaseline.BATCH
                        + " rows (one statement) into a copy of the event",
                "table, COPY of all rows that a file left behind into copies of their tables, all with indexes and foreign",
                "keys, over one connection; appends of a small file with fdatasync, one after the other; sends of "
                        + BrokerBaseline.BATCH
                        + " messages a transaction; files put and renamed in one SFTP session; AS2 posts over",
                "kept connections, one or as many as the gateway used. What they wrote is on the disk before the next measure",
                "begins. The gateway's processor time has its broker's in it, not its database's. Java's compilers are told",
                "apart, which still find work after thousands of files, where something is done once a file: the engine's",
                "time has none of theirs. While senders hand over files, the gateway works on those that it has. Events that",
                "are there already are rows of small files, copied under keys of their own, at random."));
        about.addAll(sizes.words());
        return about;
    }
}
