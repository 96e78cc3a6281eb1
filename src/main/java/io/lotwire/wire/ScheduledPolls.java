package io.lotwire.wire;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Looks into a partner's directory when its schedule says so, in a thread of its own: no partner waits for another. A
 * server that could not be asked is left alone for a while, twice as long after each failure.
 */
public final class ScheduledPolls extends ServiceSupport implements ScheduledPollConsumerScheduler {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final PollSchedule schedule;
    private final Clock clock;
    private CamelContext camelContext;
    private Consumer consumer;
    private Runnable task;
    private ScheduledExecutorService thread;
    private ScheduledFuture<?> next;
    private Duration rest = Duration.ZERO;

    /**
     * Makes one.
     *
     * @param schedule when to look
     * @param clock tells the time
     */
    public ScheduledPolls(PollSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public void onInit(Consumer of) {
        this.consumer = of;
    }

    @Override
    public void scheduleTask(Runnable poll) {
        this.task = poll;
    }

    @Override
    public synchronized void unscheduleTask() {
        if (thread != null) {
            next.cancel(true);
            camelContext.getExecutorServiceManager().shutdownNow(thread);
            thread = null;
        }
    }

    @Override
    public synchronized void startScheduler() {
        if (thread == null) {
            thread = camelContext
                    .getExecutorServiceManager()
                    .newScheduledThreadPool(consumer, consumer.getEndpoint().getEndpointBaseUri(), 1);
            plan(firstWait());
        }
    }

    @Override
    public synchronized boolean isSchedulerStarted() {
        return thread != null;
    }

    @Override
    protected void doStop() {
        unscheduleTask();
    }

    /** The server answered. */
    public synchronized void answered() {
        rest = Duration.ZERO;
    }

    /** The server could not be asked. */
    public synchronized void failed() {
        Duration longer = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
    }

    private void lookAndPlan() {
        try {
            task.run();
        } finally {
            plan();
        }
    }

    /** What waits since we were last up is fetched soon, unless the profile names the hours. */
    private Duration firstWait() {
        Duration wait = schedule.untilNext(clock.instant());
        return schedule instanceof PollSchedule.Every && wait.compareTo(FIRST_LOOK) > 0 ? FIRST_LOOK : wait;
    }

    private synchronized void plan() {
        Duration wait = schedule.untilNext(clock.instant());
        plan(wait.compareTo(rest) < 0 ? rest : wait);
    }

    private synchronized void plan(Duration wait) {
        if (thread != null && !thread.isShutdown()) {
            next = thread.schedule(this::lookAndPlan, Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        }
    }
}
