package io.lotwire.mapping;

import io.lotwire.edi.grammar.DateForm;
import io.lotwire.edi.grammar.StatedTime;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import io.lotwire.mapping.goods.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times of X12 (elements 373, 337 and 623, or 1251 as 1250 says) and EDIFACT (C507) to ISO 8601, claiming no more
 * than was said.
 */
public final class Dates {
    /** ISO 8601 as XML has it, and other files too. */
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern ISO_MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");

    private static final Pattern ISO_MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}(?::\\d{2})?)" + "(?:\\.\\d+)?(Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)?");

    private Dates() {}

    /**
     * The days of a value: CCYYMMDD or YYMMDD in X12, or in the form that DTM05 or DTP02 (1250) names; in EDIFACT, a
     * component 2380 in the form that the code in the next component (2379) names. Null when there are no such days, or the
     * form is not known.
     */
    static Days days(Value value) {
        String code = formCode(value);
        if (code.isEmpty()) {
            Optional<LocalDate> day = date(value.text());
            return day.isPresent() ? Days.of(day.get()) : null;
        }
        DateForm form = form(value, code);
        return form == null ? null : form.read(value.text()).map(Days::of).orElse(null);
    }

    /** Its day; empty when there is none, or it names several. */
    static Optional<LocalDate> date(Value value) {
        Days days = days(value);
        return days != null && days.span() == Days.Span.DAY ? Optional.of(days.first()) : Optional.empty();
    }

    /** CCYYMMDD or YYMMDD (years 00 to 79 are of this century) as {@code 2026-03-04}; empty when there is no such day. */
    public static Optional<LocalDate> date(String text) {
        int length = text.length();
        if ((length != 8 && length != 6) || !Numbers.isDigits(text)) {
            return Optional.empty();
        }
        int yearDigits = length - 4;
        int year = Integer.parseInt(text, 0, yearDigits, 10);
        if (yearDigits == 2) {
            year += year < 80 ? 2000 : 1900;
        }
        int month = Integer.parseInt(text, yearDigits, yearDigits + 2, 10);
        int day = Integer.parseInt(text, yearDigits + 2, length, 10);
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day as it stands in other files than EDI: {@code 2026-03-04}, or as X12 writes it; empty when there is none. */
    public static Optional<LocalDate> written(String text) {
        return date(ISO_DAY.matcher(text).matches() ? text.replace("-", "") : text);
    }

    /**
     * Until when goods are good, as it stands there: a day, or a month ({@code 2026-12}), which is meant to its last day (GS1
     * General Specifications, 3.4.7; USP, general chapter 7). Empty when there is none.
     */
    public static Optional<LocalDate> lastDay(String text) {
        return ISO_MONTH.matcher(text).matches()
                ? Optional.of(YearMonth.parse(text).atEndOfMonth())
                : written(text);
    }

    /**
     * A moment likewise: a day with its time and zone in one ({@code 2026-03-04T14:30:00+01:00}), or a day, a time (such
     * as {@code 14:30} or {@code 1430}) and the code of a time zone. Claims the day alone where the time is none.
     *
     * @param home where times are meant that state no zone, null when that is not known
     */
    public static Optional<EventTime> written(String date, String time, String zoneCode, ZoneId home) {
        Matcher moment = ISO_MOMENT.matcher(date);
        if (!moment.matches()) {
            return written(date).map(day -> at(day, time.replace(":", ""), zone(zoneCode, home)));
        }
        return written(moment.group(1))
                .map(day -> at(
                        day,
                        moment.group(2).replace(":", ""),
                        moment.group(3) == null ? zone(zoneCode, home) : ZoneOffset.of(moment.group(3))));
    }

    /**
     * A day with, where it was stated and can be read, its time (HHMM, HHMMSS, HHMMSSDD) and time zone code.
     *
     * @param home where times are meant that state no zone, null when that is not known
     */
    public static Optional<EventTime> eventTime(String date, String time, String zoneCode, ZoneId home) {
        return date(date).map(day -> at(day, time, zone(zoneCode, home)));
    }

    /** False for the code of a time zone that is not known; none at all, and local time, are no zone and no fault. */
    public static boolean mayBeZone(String zoneCode) {
        return TimeZones.isLocal(zoneCode) || TimeZones.of(zoneCode) != null;
    }

    /** The same of a value; where its own form has a time, that one. What is not used of it is a doubt. */
    static TimeRead eventTime(Value date, String time, String zoneCode, ZoneId home) {
        String code = formCode(date);
        StatedTime stated = code.isEmpty() ? null : oneTime(date, code);
        Days days = stated == null ? days(date) : Days.of(stated);
        if (days == null || days.span() != Days.Span.DAY) {
            return new TimeRead(null, DateDoubt.noDay("time of the event", date, days));
        }
        boolean own = stated != null && stated.hour() != StatedTime.NONE;
        String clock = own ? clock(stated) : time;
        String zone = own && !stated.zone().isEmpty() ? stated.zone() : zoneCode;
        EventTime read = at(days.first(), clock, zone(zone, home));
        if (read.precision() == TimePrecision.DATE) {
            return new TimeRead(read, clock.isEmpty() ? null : DateDoubt.noTime(clock));
        }
        return new TimeRead(read, mayBeZone(zone) ? null : DateDoubt.noZone(zone));
    }

    /** The time of a form that has no end; null when it is none. */
    private static StatedTime oneTime(Value date, String code) {
        DateForm form = form(date, code);
        return form == null
                ? null
                : form.read(date.text())
                        .filter(period -> period.to() == null)
                        .map(period -> period.from())
                        .orElse(null);
    }

    private static String clock(StatedTime time) {
        String minutes = two(time.hour()) + two(Math.max(time.minute(), 0));
        return time.second() == StatedTime.NONE ? minutes : minutes + two(time.second());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The code of the form that a value has; {@code ""} where none is named. */
    static String formCode(Value value) {
        Segment segment = value.segment();
        if (segment.syntax() == Syntax.EDIFACT) {
            return value.component() == 0 ? "" : segment.component(value.element(), value.component() + 1);
        }
        boolean period = (value.element() == 6 && segment.is("DTM")) || (value.element() == 3 && segment.is("DTP"));
        return period ? segment.element(value.element() - 1) : "";
    }

    private static DateForm form(Value value, String code) {
        return value.segment().syntax() == Syntax.EDIFACT ? DateForm.edifact(code) : DateForm.x12(code);
    }

    private static EventTime at(LocalDate day, String time, ZoneId zone) {
        LocalTime clock = clock(time);
        if (clock == null) {
            return new EventTime(day.toString(), TimePrecision.DATE);
        }
        LocalDateTime moment = LocalDateTime.of(day, clock);
        String value = day + "T" + clock + (clock.getSecond() == 0 ? ":00" : "") + offset(moment, zone);
        return new EventTime(value, time.length() == 4 ? TimePrecision.MINUTE : TimePrecision.SECOND);
    }

    private static LocalTime clock(String time) {
        int length = time.length();
        if ((length != 4 && (length < 6 || length > 8)) || !Numbers.isDigits(time)) {
            return null;
        }
        try {
            int seconds = time.length() >= 6 ? Integer.parseInt(time.substring(4, 6)) : 0;
            return LocalTime.of(
                    Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2, 4)), seconds);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** That of a code, or of the sender where it names none; null when it is not known. */
    private static ZoneId zone(String code, ZoneId home) {
        return TimeZones.isLocal(code) ? home : TimeZones.of(code);
    }

    private static String offset(LocalDateTime moment, ZoneId zone) {
        return zone == null ? "" : zone.getRules().getOffset(moment).getId();
    }
}
