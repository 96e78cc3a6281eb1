package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.pipeline.StandInPartner.Question;
import java.util.List;

/** Many small files until all are stored, their 997s confirmed, and the subscriber has all their events. */
final class SteadyState {
    /** Enough that the gateway always has something to do. */
    private static final int SENDERS = 4;

    private double filesPerSecond;

    /** The rate, and the processor that a file takes. */
    Outcome rate(Scene scene) throws Exception {
        List<byte[]> files = scene.files(Farm.A, scene.sizes().of(Size.STEADY));
        List<OutgoingMessage> messages = scene.messages(Farm.A, files);
        long inbox = scene.ledger().lastInbox();
        int answered = scene.partner().ask(Question.CONFIRMED);
        Subscriber subscriber = scene.subscriber(Subscription.SINGLE);
        int served = scene.servedBefore(Subscription.SINGLE);
        double gateway = scene.gateway().processorMillis();
        double compilers = scene.gateway().compilersMillis();
        double database = scene.gateway().databaseMillis();
        long start = System.nanoTime();
        scene.senders().send(Farm.A, messages, SENDERS);
        scene.waiting()
                .untilSeldomAsked(
                        "the subscriber is served and the 997s are confirmed",
                        () -> subscriber.count() - served >= files.size()
                                && scene.partner().ask(Question.CONFIRMED) - answered >= files.size()
                                && !scene.ledger().atWork());
        double seconds = (System.nanoTime() - start) / 1e9;
        compilers = (scene.gateway().compilersMillis() - compilers) / files.size();
        gateway = (scene.gateway().processorMillis() - gateway) / files.size() - compilers;
        database = (scene.gateway().databaseMillis() - database) / files.size();
        long stored = scene.ledger().eventsAfter(inbox);
        Expected.same("lot events stored", (long) files.size() * Notices.LOTS, stored);
        Expected.same("messages that came", files.size(), subscriber.count() - served);
        filesPerSecond = files.size() / seconds;
        double rows = new DatabaseBaseline(scene).batchedRowsPerSecond();
        double engine = new EngineBaseline(scene.home())
                .processorMillis(files, scene.sizes().of(Size.BASELINE_MILLIS));
        return new Outcome(
                List.of(
                        new Table(
                                "Steady state: small files until stored, answered and delivered",
                                List.of("lot events a second", "files a second"),
                                List.of(
                                        new Row("Lotwire", List.of(stored / seconds, filesPerSecond)),
                                        new Row(
                                                "commits of " + DatabaseBaseline.BATCH + " rows each",
                                                List.of(rows, rows / Notices.LOTS)))),
                        new Table(
                                "Processor of a small file in the steady state",
                                List.of("ms"),
                                List.of(
                                        new Row("Lotwire", List.of(gateway)),
                                        new Row("Java's compilers meanwhile", List.of(compilers)),
                                        new Row("its database", List.of(database)),
                                        new Row("the engine alone", List.of(engine))))),
                List.of(
                        Figure.atLeast(
                                "steady state, events to rows in commits of " + DatabaseBaseline.BATCH,
                                stored / seconds / rows,
                                0.4,
                                0.7),
                        Figure.atMost("processor a small file, to the engine alone", gateway / engine, 30, 10)));
    }

    /** Half of that rate, from outside: how long a file takes from the moment it is due until it is delivered. */
    Outcome halfOfTheRate(Scene scene) throws Exception {
        if (filesPerSecond == 0) {
            throw new IllegalStateException("the rate is not known, as it was not measured");
        }
        return HalfRate.of(scene, filesPerSecond / 2);
    }
}
