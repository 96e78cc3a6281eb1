package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/** Small files until their senders hear yes; what was taken is worked on meanwhile. */
final class Accepting {
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;

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
        byte[] file = scene.files(Farm.A, Subscription.SINGLE, 1, 1).get(0);
        Times appends =
                DiskBaseline.appends(scene.gateway().data(), file, scene.sizes().baselineMillis());
        return outcome("eight senders", times, "appends with fdatasync", appends, 0.25, 0.5);
    }

    private static Times times(Scene scene, int senders) throws Exception {
        List<OutgoingMessage> messages = scene.messages(
                Farm.A, scene.files(Farm.A, Subscription.SINGLE, scene.sizes().accepted(), 1));
        Times times = scene.senders().send(Farm.A, messages, senders);
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
        return new Row(name, List.of(times.perSecond(), times.percentile(HALF), times.percentile(MOST)));
    }
}
