package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;

/**
 * Deliveries to one partner. Several subscriptions want each set of a file, so that deliveries pile up; those count that
 * are confirmed when all is stored, and the gateway has nothing else to do.
 */
final class Delivering {
    private static final double GOAL = 0.3;
    private static final double STRETCH = 0.7;
    private static final int BODIES = 200;

    private Delivering() {}

    /** To a queue of the gateway's broker, against bare sends. */
    static Outcome toQueue(Scene scene) throws Exception {
        Subscription to = Subscription.MANY_TO_QUEUE;
        try (Subscriber subscriber = Subscriber.of(scene.gateway().broker(), to)) {
            Delivered delivered = delivered(scene, to);
            Waiting.still("what comes", subscriber::count);
            Expected.same("messages that came", deliveries(scene, to), subscriber.count());
            Times bare = BrokerBaseline.sends(
                    scene.gateway().broker(), delivered.bodies(), scene.sizes().baselineMillis());
            return outcome("a JMS queue", delivered, "bare sends in transactions", bare);
        }
    }

    /** To a directory of an SFTP server, against one open session. */
    static Outcome toFolder(Scene scene) throws Exception {
        Delivered delivered = delivered(scene, Subscription.MANY_TO_FOLDER);
        Times bare = SftpBaseline.files(
                scene.partner().sftpPort(),
                ProfileFolder.keys(scene.gateway().data()),
                delivered.bodies(),
                scene.sizes().baselineMillis());
        return outcome("an SFTP folder", delivered, "bare puts and renames", bare);
    }

    /** To an AS2 server, against one bare sender. */
    static Outcome overAs2(Scene scene) throws Exception {
        Delivered delivered = delivered(scene, Subscription.MANY_OVER_AS2);
        Times bare = As2Baseline.messages(
                scene.senders(),
                scene.partner().as2(),
                delivered.bodies(),
                scene.sizes().baselineMillis());
        return outcome("an AS2 partner", delivered, "bare AS2 posts", bare);
    }

    private record Delivered(double perSecond, long counted, List<byte[]> bodies) {}

    private static long deliveries(Scene scene, Subscription to) {
        return (long) scene.sizes().delivered() * to.deliveriesOfSet();
    }

    private static Delivered delivered(Scene scene, Subscription to) throws Exception {
        List<OutgoingMessage> message =
                scene.messages(Farm.A, scene.files(Farm.A, to, 1, scene.sizes().delivered()));
        scene.senders().send(Farm.A, message, 1);
        scene.stored(message.get(0));
        long before = scene.ledger().confirmed(to.profileName());
        long start = System.nanoTime();
        scene.idle();
        double seconds = (System.nanoTime() - start) / 1e9;
        long confirmed = scene.ledger().confirmed(to.profileName());
        Expected.same("deliveries confirmed", deliveries(scene, to), confirmed);
        return new Delivered((confirmed - before) / seconds, confirmed - before, bodies(scene, to));
    }

    private static List<byte[]> bodies(Scene scene, Subscription to) throws Exception {
        return scene.ledger().delivered(to.profileName(), BODIES);
    }

    private static Outcome outcome(String to, Delivered delivered, String what, Times bare) {
        return new Outcome(
                List.of(new Table(
                        "Deliveries to " + to,
                        List.of("a second", "counted"),
                        List.of(
                                new Row("Lotwire", List.of(delivered.perSecond(), (double) delivered.counted())),
                                new Row(what, List.of(bare.perSecond(), (double) bare.count()))))),
                List.of(Figure.atLeast(
                        "deliveries to " + to + ", to " + what,
                        delivered.perSecond() / bare.perSecond(),
                        GOAL,
                        STRETCH)));
    }
}
