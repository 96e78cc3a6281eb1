package io.lotwire.registry.reading;

import java.time.Instant;

/**
 * That a logger was with goods for some time.
 *
 * @param id its number
 * @param logger the logger's number
 * @param carried what it was with
 * @param from since when
 * @param until up to when, which is still in it
 * @param by who said it
 * @param why what they said of it, {@code ""} for nothing
 * @param changedAt since when it is known so
 */
public record Trip(
        long id,
        String logger,
        Carried carried,
        Instant from,
        Instant until,
        String by,
        String why,
        Instant changedAt) {
    /** Whether a stretch of time is in it. */
    boolean holds(Instant begin, Instant end) {
        return !from.isAfter(begin) && !until.isBefore(end);
    }
}
