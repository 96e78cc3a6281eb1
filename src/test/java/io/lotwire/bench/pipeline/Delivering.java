package io.lotwire.bench.pipeline;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.pipeline.Notices.Item;
import io.lotwire.bench.pipeline.StandInPartner.Question;
import io.lotwire.demo.CompanyKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Deliveries to one partner. Several subscriptions want each set of a file, so that deliveries pile up: those count that
 * are confirmed when all is stored, and the gateway has nothing else to do. When fewer than half are left by then, all
 * count, from when the file is taken: that is no more than the gateway can do.
 */
final class Delivering {
    private static final double GOAL = 0.3;
    private static final double STRETCH = 0.7;

    private Delivering() {}

    /** To a queue of the gateway's broker, against bare sends. */
    static Outcome toQueue(Scene scene) throws Exception {
        Subscription to = Subscription.MANY_TO_QUEUE;
        Subscriber subscriber = scene.subscriber(to);
        int before = scene.servedBefore(to);
        Delivered delivered = delivered(scene, to);
        Expected.same("messages that came", deliveries(scene, to), scene.servedBefore(to) - before);
        Times batches = BrokerBaseline.batches(
                scene.gateway().broker(), delivered.bodies(), subscriber.takesBytes(), millis(scene));
        double bare = BrokerBaseline.BATCH * batches.perSecond();
        String what = "bare sends, " + BrokerBaseline.BATCH + " a transaction";
        return outcome("a JMS queue", delivered, bare, what, List.of(new Row(what, List.of(bare))));
    }

    /** To a directory of an SFTP server, against one open session. */
    static Outcome toFolder(Scene scene) throws Exception {
        Subscription to = Subscription.MANY_TO_FOLDER;
        long before = scene.partner().filesIn(SftpBaseline.DIRECTORY);
        Delivered delivered = delivered(scene, to);
        Expected.same(
                "files that are there",
                deliveries(scene, to),
                scene.partner().filesIn(SftpBaseline.DIRECTORY) - before);
        double bare = SftpBaseline.files(
                        scene.partner().sftpPort(),
                        ProfileFolder.keys(scene.gateway().data()),
                        delivered.bodies(),
                        millis(scene))
                .perSecond();
        String what = "bare puts and renames";
        return outcome("an SFTP folder", delivered, bare, what, List.of(new Row(what, List.of(bare))));
    }

    /**
     * To an AS2 server, against the sender of the AS2 benchmark with as many threads as the gateway used connections, or one
     * if that is faster.
     */
    static Outcome overAs2(Scene scene) throws Exception {
        scene.partner().ask(Question.AT_ONCE);
        Delivered delivered = delivered(scene, Subscription.MANY_OVER_AS2);
        int connections = scene.partner().ask(Question.AT_ONCE);
        As2Agreement agreement = Agreements.with(
                Subscription.MANY_OVER_AS2,
                new CompanyKeys(ProfileFolder.keys(scene.gateway().data())));
        As2Baseline baseline =
                new As2Baseline(agreement, scene.senders(), scene.partner().as2(), delivered.bodies());
        double one = baseline.posts(1, millis(scene)).perSecond();
        List<Row> rows = new ArrayList<>(List.of(new Row("bare posts, one at a time", List.of(one))));
        double best = one;
        if (connections > 1) {
            double several = baseline.posts(connections, millis(scene)).perSecond();
            rows.add(new Row("bare posts, " + connections + " at a time", List.of(several)));
            best = Math.max(one, several);
        }
        return outcome("an AS2 partner", delivered, best, "bare AS2 posts", rows);
    }

    /** What was delivered, how fast, and how many of it counted. */
    private record Delivered(double perSecond, long counted, List<byte[]> bodies) {}

    private static int millis(Scene scene) {
        return scene.sizes().of(Size.BASELINE_MILLIS);
    }

    private static long deliveries(Scene scene, Subscription to) {
        return (long) scene.sizes().of(Size.DELIVERED) * to.deliveriesOfSet();
    }

    private static Delivered delivered(Scene scene, Subscription to) throws Exception {
        long all = deliveries(scene, to);
        long inbox =
                scene.sent(Farm.A, scene.big(Farm.A, to, scene.sizes().of(Size.DELIVERED), Notices.LOTS, Item.BRIEF));
        long taken = System.nanoTime();
        scene.stored(inbox);
        long stored = System.nanoTime();
        long before = scene.ledger().confirmed(inbox, to);
        scene.idle();
        long end = System.nanoTime();
        Expected.same("deliveries confirmed", all, scene.ledger().confirmed(inbox, to));
        boolean piledUp = before * 2 <= all;
        long counted = piledUp ? all - before : all;
        double seconds = (end - (piledUp ? stored : taken)) / 1e9;
        return new Delivered(
                counted / seconds,
                counted,
                DeliveredBodies.of(scene.gateway().database(), scene.gateway().data(), inbox, to));
    }

    private static Outcome outcome(String to, Delivered delivered, double bare, String what, List<Row> baselines) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Lotwire, " + delivered.counted() + " of them", List.of(delivered.perSecond())));
        rows.addAll(baselines);
        return new Outcome(
                List.of(new Table("Deliveries to " + to, List.of("a second"), rows)),
                List.of(Figure.atLeast(
                        "deliveries to " + to + ", to " + what, delivered.perSecond() / bare, GOAL, STRETCH)));
    }
}
