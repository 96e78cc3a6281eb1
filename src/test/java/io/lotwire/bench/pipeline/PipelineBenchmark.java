package io.lotwire.bench.pipeline;

import io.lotwire.bench.Benchmark;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Folder;
import io.lotwire.bench.Result;
import io.lotwire.bench.Result.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The whole gateway as it is run, from the sender's POST to the subscriber's queue, beside what its own database, disk,
 * broker and engine can do on the same machine in the same run.
 */
public final class PipelineBenchmark implements Benchmark {
    private static final int WARM_SENDERS = 4;
    private static final List<Measure> MEASURES = List.of(
            Accepting::byOne,
            Accepting::byEight,
            SteadyState::of,
            Bulk::of,
            Neighbour::of,
            Delivering::toQueue,
            Delivering::toFolder,
            Delivering::overAs2);

    private final Path home;
    private final Sizes sizes;

    /** Measures the installation in this folder. */
    public PipelineBenchmark(Path home) {
        this(home, Sizes.usual());
    }

    PipelineBenchmark(Path home, Sizes sizes) {
        this.home = home;
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Result run(Consumer<String> progress) throws Exception {
        Path folder = Files.createTempDirectory("lotwire-bench-pipeline");
        try {
            progress.accept("Starting the gateway ...");
            try (Scene scene = Scene.start(home, sizes, folder)) {
                return measured(scene, progress);
            }
        } finally {
            Folder.delete(folder);
        }
    }

    private Result measured(Scene scene, Consumer<String> progress) throws Exception {
        progress.accept("Warming up ...");
        scene.senders()
                .send(
                        Farm.A,
                        scene.messages(Farm.A, scene.files(Farm.A, Subscription.SINGLE, sizes.warmUp(), 1)),
                        WARM_SENDERS);
        scene.idle();
        List<Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : MEASURES) {
            Outcome outcome = measure.of(scene);
            tables.addAll(outcome.tables());
            figures.addAll(outcome.figures());
            outcome.figures()
                    .forEach(figure -> progress.accept(String.format(
                            Locale.ROOT,
                            "  %-65s %8.3fx",
                            figure.what(),
                            figure.measured().orElse(Double.NaN))));
        }
        return new Result(name(), about(), tables, figures);
    }

    private List<String> about() {
        List<String> about = new ArrayList<>(List.of(
                "The packaged gateway in a process of its own, with its embedded PostgreSQL and Artemis, all on one disk; the",
                "partners' AS2 and SFTP servers in another process. Small files are 856s of 2 to 3 KB with "
                        + Notices.LOTS + " lots, sent over AS2",
                "without signature and encryption; the MDN is the answer, sent when the file is committed. Each MDN is",
                "checked when the clock has stopped, lot events and deliveries are counted. Baselines follow each measure, on",
                "the same database, disk and broker while the gateway is idle: commits of a row into a copy of the inbox,",
                "commits of " + DatabaseBaseline.BATCH
                        + " rows into a copy of the event table, COPY of all rows that a file left behind into",
                "copies of their tables, all with indexes and foreign keys, over one connection; appends of a small file with",
                "fdatasync, one after the other; sends of a text each in a transaction; files put and renamed in one SFTP",
                "session; AS2 posts by one sender. The gateway's processor time has its broker's in it, not its database's.",
                "While senders hand over files, the gateway works on those that it has."));
        about.addAll(sizes.words());
        return about;
    }
}
