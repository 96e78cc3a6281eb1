package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/** Many small files until all are stored, their 997s confirmed, and the subscriber has all their events. */
final class SteadyState {
    /** Enough that the gateway always has something to do. */
    private static final int SENDERS = 4;

    private SteadyState() {}

    static Outcome of(Scene scene) throws Exception {
        List<byte[]> files =
                scene.files(Farm.A, Subscription.SINGLE, scene.sizes().steady(), 1);
        List<OutgoingMessage> messages = scene.messages(Farm.A, files);
        long events = scene.ledger().events();
        int answered = scene.partner().confirmed();
        try (Subscriber subscriber = Subscriber.of(scene.gateway().broker(), Subscription.SINGLE)) {
            Waiting.still("what was delivered before", subscriber::count);
            int served = subscriber.count();
            double processor = scene.gateway().processorMillis();
            long start = System.nanoTime();
            scene.senders().send(Farm.A, messages, SENDERS);
            Waiting.untilSeldomAsked(
                    "the subscriber is served and the 997s are confirmed",
                    () -> subscriber.count() - served >= files.size()
                            && scene.partner().confirmed() - answered >= files.size()
                            && scene.ledger().waiting() == 0);
            double seconds = (System.nanoTime() - start) / 1e9;
            double processorEach = (scene.gateway().processorMillis() - processor) / files.size();
            long stored = scene.ledger().events() - events;
            Expected.same("lot events stored", (long) files.size() * Notices.LOTS, stored);
            return outcome(scene, files, stored / seconds, processorEach);
        }
    }

    private static Outcome outcome(Scene scene, List<byte[]> files, double perSecond, double processorEach)
            throws Exception {
        double rows = new DatabaseBaseline(scene).batchedRowsPerSecond();
        double engine = new EngineBaseline(scene.home())
                .processorMillis(files, scene.sizes().baselineMillis());
        return new Outcome(
                List.of(
                        new Table(
                                "Steady state: small files until stored, answered and delivered",
                                List.of("lot events a second"),
                                List.of(
                                        new Row("Lotwire", List.of(perSecond)),
                                        new Row("commits of " + DatabaseBaseline.BATCH + " rows each", List.of(rows)))),
                        new Table(
                                "Processor of a small file in the steady state",
                                List.of("ms"),
                                List.of(
                                        new Row("Lotwire", List.of(processorEach)),
                                        new Row("the engine alone", List.of(engine))))),
                List.of(
                        Figure.atLeast(
                                "steady state, events to rows in commits of " + DatabaseBaseline.BATCH,
                                perSecond / rows,
                                0.4,
                                0.7),
                        Figure.atMost("processor a small file, to the engine alone", processorEach / engine, 30, 10)));
    }
}
