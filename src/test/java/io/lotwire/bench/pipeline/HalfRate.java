package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Small files that come at a fixed rate, whatever becomes of those before: the time of each counts from the moment it was
 * due, so that a gateway which halts for a while is not spared the files of that while.
 */
final class HalfRate {
    /** Fewer than one partner's connections may be, and more than there is work for. */
    private static final int SENDERS = 16;

    private HalfRate() {}

    static Outcome of(Scene scene, double filesPerSecond) throws Exception {
        int count = Math.max(1, (int) (filesPerSecond * scene.sizes().of(Size.HALF_RATE_SECONDS)));
        List<Integer> documents = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.addAll(scene.files(Farm.A, 1));
            documents.add(scene.notices().latestDocument());
        }
        List<OutgoingMessage> messages = scene.messages(Farm.A, files);
        Map<Integer, Long> came = scene.subscriber(Subscription.SINGLE).watch();
        double nanosBetween = TimeUnit.SECONDS.toNanos(1) / filesPerSecond;
        long start = System.nanoTime();
        Times accepted = scene.senders()
                .sendWhenDue(Farm.A, messages, SENDERS, number -> start + (long) (number * nanosBetween));
        scene.waiting().untilSeldomAsked("the subscriber is served", () -> came.size() >= count);
        scene.subscriber(Subscription.SINGLE).unwatch();
        scene.idle();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            millis.add((came.get(documents.get(i)) - start - i * nanosBetween) / 1e6);
        }
        Times delivered = new Times(accepted.seconds(), millis);
        return new Outcome(
                List.of(new Table(
                        String.format(
                                Locale.ROOT,
                                "At half of the steady rate: %.1f small files a second, from when each is due",
                                filesPerSecond),
                        List.of("ms, half within", "ms, 99 % within", "files"),
                        List.of(row("until the MDN", accepted), row("until delivered", delivered)))),
                List.of());
    }

    private static Row row(String name, Times times) {
        return new Row(name, List.of(times.half(), times.most(), (double) times.count()));
    }
}
