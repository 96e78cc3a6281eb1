package io.lotwire.registry;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * When something was, as exactly as it was stated: a stretch of time by the clock there.
 *
 * @param begins its first moment
 * @param ends the first moment after it
 * @param offsetMinutes how far that clock is from UTC; null where it was not stated
 */
public record Moment(LocalDateTime begins, LocalDateTime ends, Integer offsetMinutes) {
    private static final int SECONDS_OF_A_MINUTE = 60;

    /** The stretch that a time means; empty when it is no day or hour of any calendar. */
    public static Optional<Moment> of(EventTime time) {
        try {
            return Optional.of(read(time));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Moment read(EventTime time) {
        String value = time.value();
        if (time.precision() == TimePrecision.DATE) {
            LocalDateTime begins = LocalDate.parse(value).atStartOfDay();
            return new Moment(begins, begins.plusDays(1), null);
        }
        ChronoUnit unit = time.precision() == TimePrecision.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime stated) {
            LocalDateTime begins = stated.toLocalDateTime();
            return new Moment(begins, begins.plus(1, unit), stated.getOffset().getTotalSeconds() / SECONDS_OF_A_MINUTE);
        }
        LocalDateTime begins = LocalDateTime.from(parsed);
        return new Moment(begins, begins.plus(1, unit), null);
    }

    /** Whether some of it may be after the beginning of another; by the clocks on the wall where not both are told from UTC. */
    public boolean mayFollow(Moment other) {
        return ends.isAfter(other.begins.plusMinutes(ahead(other)));
    }

    /** Whether none of it is before the beginning of another. */
    public boolean surelyFollows(Moment other) {
        return !begins.isBefore(other.begins.plusMinutes(ahead(other)));
    }

    /** Whether all of it is before the end of another. */
    public boolean surelyPrecedes(Moment other) {
        return !ends.isAfter(other.ends.plusMinutes(ahead(other)));
    }

    /** How far this clock is ahead of another one; not at all where that is not told. */
    private int ahead(Moment other) {
        return offsetMinutes == null || other.offsetMinutes == null ? 0 : offsetMinutes - other.offsetMinutes;
    }
}
