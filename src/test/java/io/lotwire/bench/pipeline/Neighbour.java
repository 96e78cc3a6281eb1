package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.ArrayList;
import java.util.List;

/** A small file of one partner while another's big ones are under way, from its first byte until it is stored. */
final class Neighbour {
    private Neighbour() {}

    static Outcome of(Scene scene) throws Exception {
        List<OutgoingMessage> small = small(scene);
        Times idle = times(scene, small, scene::idle);
        List<OutgoingMessage> others = small(scene);
        Times beside;
        try (BigFiles ignored = BigFiles.underWay(scene)) {
            beside = times(scene, others, () -> {});
        }
        scene.idle();
        return new Outcome(
                List.of(new Table(
                        "A small file of another partner, until stored",
                        List.of("ms, half within", "ms, 99 % within", "files"),
                        List.of(row("beside a big file", beside), row("on an idle gateway", idle)))),
                List.of(Figure.atMost(
                        "a small file beside a big one, 99 % within, to the same on an idle gateway",
                        beside.most() / idle.most(), 5, 2)));
    }

    private static List<OutgoingMessage> small(Scene scene) throws Exception {
        return scene.messages(Farm.B, scene.files(Farm.B, scene.sizes().of(Size.NEIGHBOURS)));
    }

    /** What is done before the next file. */
    private interface Between {
        void files() throws Exception;
    }

    /** One after the other, each when the one before is stored. */
    private static Times times(Scene scene, List<OutgoingMessage> messages, Between between) throws Exception {
        List<Double> millis = new ArrayList<>();
        long first = System.nanoTime();
        for (OutgoingMessage message : messages) {
            long start = System.nanoTime();
            long inbox = scene.sent(Farm.B, message);
            scene.waiting().until("a small file is stored", () -> scene.ledger().stored(inbox));
            millis.add((System.nanoTime() - start) / 1e6);
            between.files();
        }
        return new Times((System.nanoTime() - first) / 1e9, millis);
    }

    private static Row row(String name, Times times) {
        return new Row(name, List.of(times.half(), times.most(), (double) times.count()));
    }
}
