package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.ArrayList;
import java.util.List;

/** A small file of one partner while another's big file is under way, from its MDN until it is stored. */
final class Neighbour {
    /** Big files, as a small one may wait until one is stored and then is the only one beside it. */
    private static final int ROUNDS = 3;

    private Neighbour() {}

    static Outcome of(Scene scene) throws Exception {
        int files = scene.sizes().neighbours();
        List<Double> idle = new ArrayList<>();
        for (OutgoingMessage message : small(scene, files)) {
            idle.add(millis(scene, message));
            scene.idle();
        }
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            beside.addAll(beside(scene, files));
        }
        return new Outcome(
                List.of(new Table(
                        "A small file of another partner, from its MDN until stored",
                        List.of("ms, half within", "ms at most", "files"),
                        List.of(row("beside a big file", beside), row("on an idle gateway", idle)))),
                List.of(Figure.atMost(
                        "a small file beside a big one, to the same on an idle gateway",
                        median(beside) / median(idle),
                        5,
                        2)));
    }

    /** As many as there is time for while the big file is not stored, at least one. */
    private static List<Double> beside(Scene scene, int files) throws Exception {
        List<OutgoingMessage> small = small(scene, files);
        List<OutgoingMessage> big = scene.messages(
                Farm.A,
                scene.files(Farm.A, Subscription.SINGLE, 1, scene.sizes().bulkSets()));
        scene.senders().send(Farm.A, big, 1);
        long inbox = scene.ledger().inbox(big.get(0).messageId());
        List<Double> millis = new ArrayList<>();
        for (OutgoingMessage message : small) {
            if (!millis.isEmpty() && scene.ledger().stored(inbox)) {
                break;
            }
            millis.add(millis(scene, message));
        }
        scene.idle();
        return millis;
    }

    private static List<OutgoingMessage> small(Scene scene, int files) throws Exception {
        return scene.messages(Farm.B, scene.files(Farm.B, Subscription.SINGLE, files, 1));
    }

    private static double millis(Scene scene, OutgoingMessage message) throws Exception {
        scene.senders().send(Farm.B, List.of(message), 1);
        long start = System.nanoTime();
        scene.stored(message);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Row row(String name, List<Double> millis) {
        double most = millis.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return new Row(name, List.of(median(millis), most, (double) millis.size()));
    }

    private static double median(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
