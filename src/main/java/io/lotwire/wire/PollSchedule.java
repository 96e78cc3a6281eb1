package io.lotwire.wire;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When we look for files on a partner's server. */
public sealed interface PollSchedule {

    /** How long from a moment on until we look next. */
    Duration untilNext(Instant now);

    /**
     * After a pause.
     *
     * @param pause from the end of one look to the next
     */
    record Every(Duration pause) implements PollSchedule {
        @Override
        public Duration untilNext(Instant now) {
            return pause;
        }
    }

    /**
     * At times of the day and week.
     *
     * @param expression the five fields of a crontab: minute, hour, day of the month, month, day of the week
     * @param zone where the clock hangs
     */
    record Crontab(String expression, ZoneId zone) implements PollSchedule {
        /** Asked again after it, when an expression names no moment that will ever come. */
        private static final Duration NEVER = Duration.ofDays(1);

        /** @throws IllegalArgumentException with a sentence when the expression is wrong */
        public Crontab {
            parse(expression);
        }

        @Override
        public Duration untilNext(Instant now) {
            return ExecutionTime.forCron(parse(expression))
                    .timeToNextExecution(now.atZone(zone))
                    .orElse(NEVER);
        }

        private static Cron parse(String expression) {
            return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression);
        }
    }
}
