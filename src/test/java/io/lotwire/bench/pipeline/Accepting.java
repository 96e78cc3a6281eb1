package io.lotwire.bench.pipeline;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/** Small files until their senders hear yes; what was taken is worked on meanwhile. */
final class Accepting {
    private Accepting() {}

    /** One sender, against commits of a row. */
    static Outcome byOne(Scene scene) throws Exception {
        Times times = times(scene, 1);
        Times commits = new DatabaseBaseline(scene).commits();
        return outcome("one sender", times, "commits of a row", commits, 0.4, 0.7);
    }

    /** Eight senders, against fdatasyncs. */
    static Outcome byEight(Scene scene) throws Exception {
        Times times = times(scene, 8);
        byte[] file = scene.files(Farm.A, 1).get(0);
        Times appends =
                DiskBaseline.appends(scene.gateway().data(), file, scene.sizes().of(Size.BASELINE_MILLIS));
        return outcome("eight senders", times, "appends with fdatasync", appends, 0.25, 0.5);
    }

    /**
     * The times of the second half. Java compiles best what was called some ten thousand times, and what is done once for
     * each message is called less often than anything else.
     */
    private static Times times(Scene scene, int senders) throws Exception {
        if (scene.sizes().of(Size.ACCEPTED) >= PipelineBenchmark.HOT) {
            sent(scene, senders);
            scene.gateway().untilCompiled();
        }
        return sent(scene, senders);
    }

    private static Times sent(Scene scene, int senders) throws Exception {
        Times times = scene.senders()
                .send(
                        Farm.A,
                        scene.messages(Farm.A, scene.files(Farm.A, scene.sizes().of(Size.ACCEPTED))),
                        senders);
        scene.idle();
        return times;
    }

    private static Outcome outcome(String who, Times times, String what, Times baseline, double goal, double stretch) {
        return new Outcome(
                List.of(new Table(
                        "Accepting, " + who + ": small files until the MDN",
                        List.of("a second", "ms, half within", "ms, 99 % within"),
                        List.of(row("Lotwire", times), row(what, baseline)))),
                List.of(Figure.atLeast(
                        "accepting, " + who + ", to " + what,
                        times.perSecond() / baseline.perSecond(),
                        goal,
                        stretch)));
    }

    private static Row row(String name, Times times) {
        return new Row(name, List.of(times.perSecond(), times.half(), times.most()));
    }
}
