package io.lotwire.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as bounds of time, in UTC. */
final class Days {
    private Days() {}

    /** The first moment of a day. */
    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after it. */
    static Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
