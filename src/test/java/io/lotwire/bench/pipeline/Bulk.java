package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.pipeline.Notices.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One big file of many sets until it is stored and the subscriber has all its events. */
final class Bulk {
    private double perSecondAtFirst = Double.NaN;

    /** The time that one file took. */
    private record Taken(long inbox, double megabytes, long events, double stored, double served) {
        Row untilStored(String what) {
            return new Row(what + ", until stored", List.of(events / stored, stored, megabytes / stored));
        }

        Row untilServed(String what) {
            return new Row(what + ", until delivered", List.of(events / served, served, megabytes / served));
        }
    }

    /** While there is little in the tables, against COPY. */
    Outcome onEmptyTables(Scene scene) throws Exception {
        Taken taken = taken(scene);
        perSecondAtFirst = taken.events() / taken.served();
        Path folder = Files.createDirectories(scene.gateway().data().resolveSibling("copied"));
        double copied = new CopyBaseline(scene, folder).eventsPerSecond(taken.inbox());
        double seconds = taken.events() / copied;
        return new Outcome(
                List.of(new Table(
                        title(scene),
                        List.of("events a second", "s", "MB a second"),
                        List.of(
                                taken.untilStored("Lotwire"),
                                taken.untilServed("Lotwire"),
                                new Row(
                                        "COPY of the same rows",
                                        List.of(copied, seconds, taken.megabytes() / seconds))))),
                List.of(Figure.atLeast("bulk, events to COPY of the same rows", perSecondAtFirst / copied, 0.4, 0.8)));
    }

    /** When so many events are there, against the same before. */
    Outcome with(Size size, Scene scene) throws Exception {
        int events = scene.sizes().of(size);
        Filling.upTo(events, scene);
        Taken taken = taken(scene);
        double perSecond = taken.events() / taken.served();
        return new Outcome(
                List.of(new Table(
                        title(scene) + ", with " + events + " events there already",
                        List.of("events a second", "s", "MB a second"),
                        List.of(taken.untilStored("Lotwire"), taken.untilServed("Lotwire")))),
                List.of(Figure.atLeast(
                        "bulk with " + events + " events there, to the same on empty tables",
                        perSecond / perSecondAtFirst,
                        0.8,
                        0.95)));
    }

    private static String title(Scene scene) {
        return "Bulk: one file of " + scene.sizes().of(Size.BULK_SETS) + " sets";
    }

    private static Taken taken(Scene scene) throws Exception {
        int sets = scene.sizes().of(Size.BULK_SETS);
        OutgoingMessage message = scene.big(Farm.A, Subscription.SINGLE, sets, Notices.LOTS, Item.BRIEF);
        double megabytes = message.body().size() / 1e6;
        long before = scene.ledger().lastInbox();
        Subscriber subscriber = scene.subscriber(Subscription.SINGLE);
        int already = scene.servedBefore(Subscription.SINGLE);
        long start = System.nanoTime();
        long inbox = scene.sent(Farm.A, message);
        scene.stored(inbox);
        double stored = (System.nanoTime() - start) / 1e9;
        scene.waiting().untilSeldomAsked("the subscriber is served", () -> subscriber.count() - already >= sets);
        double served = (System.nanoTime() - start) / 1e9;
        scene.idle();
        long events = scene.ledger().eventsAfter(before);
        Expected.same("lot events stored", (long) sets * Notices.LOTS, events);
        Expected.same("messages that came", sets, subscriber.count() - already);
        return new Taken(inbox, megabytes, events, stored, served);
    }
}
