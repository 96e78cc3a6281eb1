package io.lotwire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's directory is looked into when its profile says so. */
class ScheduledPollsTest {
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Instant> looks = new CopyOnWriteArrayList<>();
    private DefaultCamelContext camel;
    private Consumer consumer;
    private Clock clock = Clock.systemUTC();

    @BeforeEach
    void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.start();
        consumer = camel.getEndpoint("direct:partner").createConsumer(exchange -> {});
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aCrontabLooksAtItsMomentOfTheirDayAndAtNoOther() {
        // Wednesday; in Chicago it is five hours earlier than UTC in April.
        Instant sixOClock = Instant.parse("2026-04-01T11:00:00Z");
        clock = Clock.offset(clock, Duration.between(clock.instant(), sixOClock.minus(SOON)));
        ScheduledPolls polls = polls(new PollSchedule.Crontab("0 6 * * 1-5", ZoneId.of("America/Chicago")));

        await("it looks").atMost(PATIENCE).until(() -> !looks.isEmpty());

        await("it looks no more").during(SOON).atMost(PATIENCE).until(() -> looks.size() == 1);
        assertThat(looks.get(0)).isBetween(sixOClock, sixOClock.plusSeconds(1));
        polls.stop();
    }

    @Test
    void aServerThatCannotBeAskedIsLeftAloneTwiceAsLongEachTimeAndNotAnyMoreWhenItAnswers() {
        ScheduledPolls polls = new ScheduledPolls(new PollSchedule.Every(Duration.ofMillis(50)), clock);
        start(polls, () -> {
            looks.add(clock.instant());
            if (looks.size() <= 2) {
                polls.failed();
            } else {
                polls.answered();
            }
        });

        await("it has looked five times").atMost(PATIENCE).until(() -> looks.size() >= 5);

        polls.stop();
        assertThat(Duration.between(looks.get(0), looks.get(1))).isBetween(Duration.ofMillis(990), SOON.plusSeconds(1));
        assertThat(Duration.between(looks.get(1), looks.get(2)))
                .isBetween(Duration.ofMillis(1990), SOON.plusSeconds(2));
        assertThat(Duration.between(looks.get(2), looks.get(3))).isLessThan(Duration.ofMillis(990));
    }

    private ScheduledPolls polls(PollSchedule schedule) {
        return start(new ScheduledPolls(schedule, clock), () -> looks.add(clock.instant()));
    }

    private ScheduledPolls start(ScheduledPolls polls, Runnable look) {
        polls.setCamelContext(camel);
        polls.onInit(consumer);
        polls.scheduleTask(look);
        polls.start();
        polls.startScheduler();
        return polls;
    }
}
