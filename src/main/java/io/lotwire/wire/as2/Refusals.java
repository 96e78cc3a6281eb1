package io.lotwire.wire.as2;

import io.lotwire.as2.Sent;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/**
 * Receipts that travel by themselves and tell that a message was refused. Nothing was taken, so nothing of it is in the
 * ledger: each is tried once, and a sender who does not get it sends the message again. Anybody can cause them, so only
 * so many wait.
 */
@Named("refusals")
@Singleton
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int AT_A_TIME = 2;
    private static final int MOST_WAITING = 100;
    private static final long IDLE_SECONDS = 30;

    /** The threads that post them. */
    @Produces
    @Singleton
    @Named("refusalThreads")
    ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_A_TIME,
                AT_A_TIME,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "as2-refusals");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, full) -> LOG.warnf(
                        "A receipt that tells of a refused message is not posted: %d wait already", MOST_WAITING));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What came of it. */
    public void posted(@Header(ExchangeNames.REFUSAL) OutgoingMdn mdn, @Body Sent sent) {
        if (sent instanceof Sent.NotConfirmed failed) {
            LOG.warnf(
                    "A receipt to %s, about a message that was refused, was not taken: %s",
                    mdn.partner(), failed.sentence());
        } else {
            LOG.infof(
                    "%s is told of the refusal at %s", mdn.partner(), mdn.mdn().to());
        }
    }
}
