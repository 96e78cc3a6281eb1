package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.bench.pipeline.Notices.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Big files of a farm, one of which is under way until this is closed: when it is stored the next is sent. */
final class BigFiles implements AutoCloseable {
    /** Made beforehand, as making one takes a processor; further ones are made meanwhile. */
    private static final int BEFOREHAND = 2;

    private static final long LOOK_MILLIS = 5;

    private final Scene scene;
    private final Deque<OutgoingMessage> made = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Void> sending;
    private volatile boolean ending;

    private BigFiles(Scene scene) throws Exception {
        this.scene = scene;
        while (made.size() < BEFOREHAND) {
            make();
        }
        // The scene's ledger is asked about the small files meanwhile.
        LedgerLook ledger = new LedgerLook(scene.gateway().database());
        long first = scene.sent(Farm.A, made.remove());
        sending = thread.submit(() -> {
            try (ledger) {
                keepOneUnderWay(ledger, first);
            }
            return null;
        });
        thread.shutdown();
    }

    /** Returns when one is under way. */
    static BigFiles underWay(Scene scene) throws Exception {
        return new BigFiles(scene);
    }

    private void keepOneUnderWay(LedgerLook ledger, long first) throws Exception {
        long underWay = first;
        while (!ending) {
            if (made.isEmpty()) {
                make();
            }
            while (!ending && !ledger.stored(underWay)) {
                Thread.sleep(LOOK_MILLIS);
            }
            if (!ending) {
                OutgoingMessage next = made.remove();
                scene.senders().send(Farm.A, List.of(next), 1);
                underWay = ledger.inbox(Farm.A, next.messageId());
            }
        }
    }

    private void make() throws Exception {
        made.add(scene.big(Farm.A, Subscription.SINGLE, scene.sizes().of(Size.BULK_SETS), Notices.LOTS, Item.BRIEF));
    }

    /** Sends no more; what is under way goes on. */
    @Override
    public void close() throws Exception {
        ending = true;
        try {
            sending.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The big files did not get through", failed.getCause());
        }
    }
}
