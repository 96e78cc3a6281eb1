package io.lotwire.registry.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is said of a file of readings.
 *
 * @param logger the logger, where the file does not name it; {@code ""} when not said
 * @param carried what the logger was with
 * @param from since when; empty for the first reading
 * @param until up to when; empty for the last one
 * @param zone that of times that name none
 * @param dates how dates are written whose year comes last
 * @param by who says it
 * @param why why, for the history; {@code ""} for nothing
 */
public record ReadingTerms(
        String logger,
        Carried carried,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<ZoneId> zone,
        Optional<DateOrder> dates,
        String by,
        String why) {}
