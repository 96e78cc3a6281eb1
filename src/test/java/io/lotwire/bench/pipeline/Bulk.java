package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/** One big file of many sets until it is stored and the subscriber has all its events. */
final class Bulk {
    private Bulk() {}

    static Outcome of(Scene scene) throws Exception {
        int sets = scene.sizes().bulkSets();
        List<OutgoingMessage> message = scene.messages(Farm.A, scene.files(Farm.A, Subscription.SINGLE, 1, sets));
        long events = scene.ledger().events();
        double stored;
        double served;
        try (Subscriber subscriber = Subscriber.of(scene.gateway().broker(), Subscription.SINGLE)) {
            Waiting.still("what was delivered before", subscriber::count);
            int before = subscriber.count();
            long start = System.nanoTime();
            scene.senders().send(Farm.A, message, 1);
            scene.stored(message.get(0));
            stored = (System.nanoTime() - start) / 1e9;
            Waiting.until("the subscriber is served", () -> subscriber.count() - before >= sets);
            served = (System.nanoTime() - start) / 1e9;
        }
        scene.idle();
        long all = scene.ledger().events() - events;
        Expected.same("lot events stored", (long) sets * Notices.LOTS, all);
        double copied = new DatabaseBaseline(scene)
                .copiedEventsPerSecond(scene.ledger().inbox(message.get(0).messageId()));
        return new Outcome(
                List.of(new Table(
                        "Bulk: one file of " + sets + " sets",
                        List.of("events a second", "s"),
                        List.of(
                                new Row("Lotwire, until stored", List.of(all / stored, stored)),
                                new Row("Lotwire, until delivered", List.of(all / served, served)),
                                new Row("COPY of the same rows", List.of(copied, all / copied))))),
                List.of(Figure.atLeast("bulk, events to COPY of the same rows", all / served / copied, 0.4, 0.8)));
    }
}
