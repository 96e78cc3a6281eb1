package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.pipeline.Subscriber.Taken;
import java.util.List;

/**
 * Deliveries to one JMS queue. Several subscriptions want each set of a file, so that deliveries pile up; those count that
 * come when all is stored, and the gateway has nothing else to do.
 */
final class QueueDelivery {
    private static final int BODIES = 200;

    private QueueDelivery() {}

    static Outcome of(Scene scene) throws Exception {
        int sets = scene.sizes().delivered();
        int deliveries = sets * Subscription.MANY.deliveriesOfSet();
        List<OutgoingMessage> message = scene.messages(Farm.A, scene.files(Farm.A, Subscription.MANY, 1, sets));
        try (Subscriber subscriber = Subscriber.of(scene.gateway().broker(), Subscription.MANY)) {
            scene.senders().send(Farm.A, message, 1);
            Waiting.until(
                    "all is stored", () -> scene.ledger().stored(message.get(0).messageId()));
            int before = subscriber.count();
            long start = System.nanoTime();
            Waiting.until("all is delivered", () -> subscriber.count() >= deliveries);
            scene.idle();
            Expected.same("deliveries", deliveries, subscriber.count());
            List<Taken> taken = subscriber.after(before);
            double seconds =
                    taken.isEmpty() ? Double.NaN : (taken.get(taken.size() - 1).nanoTime() - start) / 1e9;
            List<String> bodies = subscriber.after(Math.max(0, deliveries - BODIES)).stream()
                    .map(Taken::body)
                    .toList();
            return outcome(scene, taken.size() / seconds, taken.size(), bodies);
        }
    }

    private static Outcome outcome(Scene scene, double perSecond, int counted, List<String> bodies) throws Exception {
        double bare = BrokerBaseline.sendsPerSecond(
                scene.gateway().broker(), bodies, scene.sizes().baselineMillis());
        return new Outcome(
                new Table(
                        "Deliveries to one JMS queue",
                        List.of("a second", "counted"),
                        List.of(
                                new Row("Lotwire", List.of(perSecond, (double) counted)),
                                new Row("sends of the same bodies, a transaction each", List.of(bare, 0.0)))),
                List.of(Figure.atLeast("deliveries to a queue, to bare sends", perSecond / bare, 0.3, 0.7)));
    }
}
