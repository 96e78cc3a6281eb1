package io.lotwire.bench.pipeline;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/** What the gateway's process has in memory after many small files, and after five times as many: it must forget them. */
final class Remembering {
    private static final int SENDERS = 4;

    /** Messages are made, and answers kept, for so many at a time. */
    private static final int AT_A_TIME = 5_000;

    private static final int PARTS = 5;

    private Remembering() {}

    static Outcome of(Scene scene) throws Exception {
        int all = scene.sizes().of(Size.REMEMBERED);
        int first = Math.max(1, all / PARTS);
        double before = after(first, scene);
        double after = after(all - first, scene);
        return new Outcome(
                List.of(new Table(
                        "Memory of the gateway's process over small files",
                        List.of("MB resident"),
                        List.of(
                                new Row("after " + first + " files", List.of(before)),
                                new Row("after " + all + " files", List.of(after))))),
                List.of(Figure.atMost(
                        "resident memory after " + all + " small files, to after " + first,
                        after / before,
                        1.1,
                        1.02)));
    }

    /** Megabytes when so many more are stored and delivered. */
    private static double after(int files, Scene scene) throws Exception {
        for (int left = files; left > 0; left -= AT_A_TIME) {
            int some = Math.min(left, AT_A_TIME);
            scene.senders().send(Farm.A, scene.messages(Farm.A, scene.files(Farm.A, some)), SENDERS);
            scene.idle();
            scene.progress()
                    .accept("    " + (left - some) + " files to go, "
                            + Math.round(scene.gateway().residentMegabytes()) + " MB");
        }
        return scene.gateway().residentMegabytes();
    }
}
