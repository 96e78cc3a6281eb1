package io.lotwire.capture;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.TimePrecision;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times in ISO 8601, claiming no more than is said. */
final class TimeFields {
    /** Room for clocks that go wrong, and for days whose time zone nobody knows. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?");

    /** The groups of the form above. */
    private static final int CLOCK = 1;

    private static final int SECONDS = 2;
    private static final int OFFSET = 4;

    private final ZoneId home;
    private final Instant receivedAt;

    TimeFields(CapturedFile file) {
        this.home = file.home();
        this.receivedAt = file.receivedAt();
    }

    /** {@code eventTime} and {@code timePrecision}, which may be left out where it follows; null when there is none. */
    EventTime eventTime(Fields fields) {
        String text = fields.text("eventTime");
        Optional<TimePrecision> stated = fields.word(TimePrecision.class, "timePrecision");
        if (text.isEmpty()) {
            if (stated.isPresent()) {
                fields.require("eventTime");
            }
            return null;
        }
        Optional<EventTime> time = read(text);
        if (time.isEmpty()) {
            fields.error(
                    "eventTime",
                    IssueCode.DATE_INVALID,
                    "'" + Fields.shown(text)
                            + "' is no time: write it as 2026-03-04, 2026-03-04T14:30 or 2026-03-04T14:30:00-06:00.");
            return null;
        }
        TimePrecision finest = time.get().precision();
        TimePrecision precision = stated.orElse(finest);
        boolean day = finest == TimePrecision.DATE;
        if (precision.compareTo(finest) > 0 || (precision == TimePrecision.DATE) != day) {
            fields.error(
                    "timePrecision",
                    IssueCode.DATE_INVALID,
                    "It is other than what eventTime '" + text + "' says: leave it out, or write the time so exactly.");
        }
        return new EventTime(atHome(time.get().value(), day), precision);
    }

    /** A time with its offset that must be there; null, and told, when it is none. */
    EventTime moment(Fields fields, String name) {
        String text = fields.requiredText(name);
        Optional<EventTime> time = read(text);
        Matcher form = FORM.matcher(text);
        if (form.matches() && form.group(OFFSET) == null) {
            time = Optional.empty();
        }
        if (time.isEmpty() && !text.isEmpty()) {
            fields.error(
                    name,
                    IssueCode.DATE_INVALID,
                    "'" + Fields.shown(text)
                            + "' is no time with its offset from UTC: write it as 2026-03-04T14:30:00-06:00.");
        }
        return time.orElse(null);
    }

    /** True for what lies so far behind its receipt that it cannot have been yet. */
    boolean isAhead(EventTime time) {
        return time != null && instant(time).isAfter(receivedAt.plus(AHEAD));
    }

    /** Where no offset is stated, as if it were UTC: the day that is allowed has room for any. */
    private static Instant instant(EventTime time) {
        String text = time.value();
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(CLOCK) == null) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return form.group(OFFSET) == null
                ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Optional<EventTime> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        TimePrecision finest = form.group(CLOCK) == null
                ? TimePrecision.DATE
                : form.group(SECONDS) == null ? TimePrecision.MINUTE : TimePrecision.SECOND;
        EventTime time = new EventTime(text, finest);
        try {
            instant(time);
            return Optional.of(time);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private String atHome(String text, boolean day) {
        Matcher form = FORM.matcher(text);
        if (day || home == null || !form.matches() || form.group(OFFSET) != null) {
            return text;
        }
        return text + home.getRules().getOffset(LocalDateTime.parse(text)).getId();
    }
}
