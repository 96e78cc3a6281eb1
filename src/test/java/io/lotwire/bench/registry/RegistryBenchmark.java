package io.lotwire.bench.registry;

import io.lotwire.bench.Benchmark;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Folder;
import io.lotwire.bench.Result;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.embedded.DataFolder;
import io.lotwire.ledger.Ledger;
import io.lotwire.network.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Traces, searches and recalls over many made-up networks, with the right answers known; first among some events, then among many more,
 * of which none belongs to the answers.
 */
public final class RegistryBenchmark implements Benchmark {
    private static final String PROPERTY = "lotwire.bench.registry.";
    private static final int SOME = 1_000_000;
    private static final int MANY = 10_000_000;

    /** So many events at least are in a spreadsheet. */
    private static final int SHEET_ROWS = 100_000;

    /** Networks that are asked about, and whose truth is kept in memory. */
    private static final int ASKED = 20;

    /** A trace that is asked for goes over so many runs of production, both ways together. */
    private static final int RUNS = 10;

    private static final long SEED = 20_260_304;
    private static final double GROWTH_MUST = 1.3;
    private static final double GROWTH_AIM = 1.05;

    private final int some;
    private final int many;
    private final int sheetRows;
    private final int asked;
    private final Plan plan;
    private final int runs;

    /** The usual one: 1 and 10 million events, unless {@code -Dlotwire.bench.registry.some=} and {@code .many=} say otherwise. */
    public RegistryBenchmark() {
        this(
                Integer.getInteger(PROPERTY + "some", SOME),
                Integer.getInteger(PROPERTY + "many", MANY),
                SHEET_ROWS,
                ASKED,
                new Plan(SEED, 10, 2, 3, 25, 14, 3, 8, true),
                RUNS);
    }

    RegistryBenchmark(int some, int many, int sheetRows, int asked, Plan plan, int runs) {
        this.sheetRows = sheetRows;
        this.runs = runs;
        this.some = some;
        this.many = many;
        this.asked = asked;
        this.plan = plan;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public Result run(Consumer<String> progress) throws Exception {
        Path folder = Files.createTempDirectory("lotwire-bench-registry");
        try (DataFolder data = DataFolder.lock(folder, "benchmark");
                Server server = Server.start(data)) {
            Ledger.migrate(server.address().unpooled());
            return new Run(server, folder, progress).measured();
        } finally {
            Folder.delete(folder);
        }
    }

    /** One run. */
    private final class Run {
        private final Server server;
        private final Ledger ledger;
        private final Path folder;
        private final Consumer<String> progress;
        private final List<Region> regions = new ArrayList<>();
        private Duration storing = Duration.ZERO;
        private int stored;
        private int count;

        private Run(Server server, Path folder, Consumer<String> progress) {
            this.server = server;
            this.ledger = server.ledger();
            this.folder = folder;
            this.progress = progress;
        }

        private Result measured() throws Exception {
            fill(some);
            progress.accept("Choosing questions ...");
            Questions questions = new Questions(ledger, regions, runs);
            progress.accept("Asking ...");
            questions.askAll(); // Java compiles meanwhile.
            Questions.Answers among = questions.askAll();
            List<Row> rows = new ArrayList<>(rows(stored, "", among));
            int before = stored;
            fill(many);
            List<Row> sizes = DatabaseSize.rows(server.source(), stored);
            rows.addAll(rows(stored, "first asked, ", questions.askAll()));
            Questions.Answers amongMany = questions.askAll();
            rows.addAll(rows(stored, "", amongMany));
            rows.addAll(rows(stored, "while capturing, ", whileCapturing(questions)));
            Recall recall = new Recall(ledger, regions);
            progress.accept("Recalling ...");
            recall.run();
            rows.add(row("recalls, " + stored + " events", recall.times()));
            progress.accept("Writing a spreadsheet ...");
            Sheet.Written sheet = Sheet.written(server.address(), manyEvents().gtin(), folder.resolve("sheet.xlsx"));
            Beside beside = new Beside(server.source(), ledger, regions);
            progress.accept("Asking as one would without a registry ...");
            List<Row> besides = beside.rows();
            progress.accept("Asking after a restart ...");
            rows.addAll(afterRestart(questions));
            return new Result(
                    name(),
                    List.of(
                            count + " networks, seed " + plan.seed() + ": " + plan.tiers() + " rows of " + plan.plants()
                                    + " plants, " + plan.warehouses() + " warehouses, " + plan.stores() + " stores, "
                                    + plan.days() + " days, rework, returns, pallets; a hub of salt in each.",
                            before + " events at first, then " + stored + "; asked is about the same " + regions.size()
                                    + " networks.",
                            "The largest trace: " + questions.largest() + ".",
                            recall.words(),
                            "After a restart PostgreSQL has nothing in its buffers; the operating system may.",
                            String.format(
                                    Locale.ROOT,
                                    "Stored were %.0f events a second, one transaction after the other.",
                                    stored * 1e9 / storing.toNanos()),
                            "The spreadsheet: FDA's, of " + sheet.rows() + " events, in a process of its own."),
                    List.of(
                            new Table("Questions, ms", List.of("asked", "p50", "p95", "p99", "most"), rows),
                            new Table(
                                    "The database when " + many + " events were there", DatabaseSize.columns(), sizes),
                            new Table(
                                    "What was made of a lot, beside what one would write without a registry",
                                    List.of("s to prepare", "MB", "p50 ms", "p95 ms", "right"),
                                    besides)),
                    List.of(
                            limit(
                                    "trace over 10 runs and more, both ways, p95",
                                    amongMany.traces().within(0.95),
                                    100,
                                    20),
                            limit("search by any key, p95", amongMany.searches().within(0.95), 50, 10),
                            limit("recall, the slowest", recall.times().within(1), 5000, 1000),
                            Figure.atLeast("recall, precision of what is sure", recall.precision(), 1, 1),
                            Figure.atLeast("recall, what is found of what is true", recall.found(), 1, 1),
                            new Figure(
                                    "FDA's spreadsheet of " + sheet.rows() + " events in a heap of "
                                            + Sheet.HEAP_MEGABYTES + " MB",
                                    "s",
                                    OptionalDouble.of(sheet.seconds()),
                                    Figure.Better.LOWER,
                                    10,
                                    OptionalDouble.of(3),
                                    ""),
                            Figure.atMost(
                                    "trace among " + stored + " events, to among " + before,
                                    amongMany.traces().within(0.95)
                                            / among.traces().within(0.95),
                                    GROWTH_MUST,
                                    GROWTH_AIM),
                            Figure.atMost(
                                    "search among " + stored + " events, to among " + before,
                                    amongMany.searches().within(0.95)
                                            / among.searches().within(0.95),
                                    GROWTH_MUST,
                                    GROWTH_AIM)));
        }

        private static Figure limit(String what, double millis, double must, double aim) {
            return new Figure(
                    what, "ms", OptionalDouble.of(millis), Figure.Better.LOWER, must, OptionalDouble.of(aim), "");
        }

        private List<Row> rows(int events, String how, Questions.Answers answers) {
            return List.of(
                    row("traces, " + how + events + " events", answers.traces()),
                    row("searches, " + how + events + " events", answers.searches()),
                    row("all that is known of a lot, " + how + events + " events", answers.records()));
        }

        /** As the others, but what they read must come into the buffers first. */
        private List<Row> afterRestart(Questions questions) throws Exception {
            String how = "after a restart, ";
            server.restart();
            List<Row> rows = new ArrayList<>(
                    rows(stored, how, questions.of(server.ledger()).askAll()));
            server.restart();
            Recall recall = new Recall(server.ledger(), regions);
            recall.run();
            rows.add(row("recalls, " + how + stored + " events", recall.times()));
            return rows;
        }

        private static Row row(String what, Clock times) {
            return new Row(
                    what,
                    List.of(
                            (double) times.count(),
                            times.within(0.5),
                            times.within(0.95),
                            times.within(0.99),
                            times.within(1)));
        }

        /** A network of a product with as many events as a spreadsheet is to have. */
        private Region manyEvents() throws Exception {
            int days = plan.days();
            Region region = next(days);
            while (region.all().size() < sheetRows) {
                days += plan.days();
                region = next(days);
            }
            region.store(ledger);
            count++;
            execute("vacuum (analyze)");
            return region;
        }

        private Region next(int days) {
            return Region.made(
                    count,
                    new Plan(
                            plan.seed() + count,
                            plan.tiers(),
                            plan.plants(),
                            plan.warehouses(),
                            plan.stores(),
                            days,
                            plan.runs(),
                            plan.watched(),
                            plan.hub()));
        }

        private void fill(int events) throws Exception {
            while (stored < events) {
                Region region = next(plan.days());
                long begun = System.nanoTime();
                region.store(ledger);
                storing = storing.plusNanos(System.nanoTime() - begun);
                stored += region.all().size();
                if (count < asked) {
                    regions.add(region);
                }
                count++;
                if (count % 10 == 0) {
                    progress.accept("  " + stored + " events there");
                }
            }
            execute("vacuum (analyze)");
            execute("checkpoint");
        }

        private Questions.Answers whileCapturing(Questions questions) throws Exception {
            AtomicBoolean done = new AtomicBoolean();
            var executor = Executors.newSingleThreadExecutor();
            try {
                Future<?> capturing = executor.submit(() -> {
                    while (!done.get()) {
                        next(plan.days()).store(ledger);
                        count++;
                    }
                });
                Questions.Answers answers = questions.askAll();
                done.set(true);
                capturing.get();
                return answers;
            } finally {
                done.set(true);
                executor.shutdown();
            }
        }

        private void execute(String sql) throws Exception {
            try (Connection connection = server.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
