package io.lotwire.bench.pipeline;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the measures of a run have given so far. */
final class Findings {
    private final List<Table> tables = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Consumer<String> progress;

    /** @param progress takes a line for people whenever something was measured */
    Findings(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Measures. What fails is told, and is no reason to lose what else a long run finds: it becomes a figure that meets no
     * goal.
     */
    void add(String name, Callable<Outcome> measure) throws InterruptedException {
        progress.accept("Measuring " + name + " ...");
        long start = System.nanoTime();
        Outcome outcome = outcome(name, measure);
        tables.addAll(outcome.tables());
        figures.addAll(outcome.figures());
        outcome.figures().forEach(figure -> progress.accept("  " + line(figure)));
        progress.accept("  (" + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s)");
    }

    List<Table> tables() {
        return tables;
    }

    List<Figure> figures() {
        return figures;
    }

    private static Outcome outcome(String name, Callable<Outcome> measure) throws InterruptedException {
        try {
            return measure.call();
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception failed) {
            return new Outcome(List.of(), List.of(Figure.failed(name, "not measured: " + failed)));
        }
    }

    private static String line(Figure figure) {
        return figure.measured().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%-75s %8.3f %s",
                        figure.what(),
                        figure.measured().getAsDouble(),
                        figure.unit())
                : figure.what() + ": " + figure.note();
    }
}
