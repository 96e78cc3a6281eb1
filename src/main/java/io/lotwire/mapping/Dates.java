package io.lotwire.mapping;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import io.lotwire.mapping.goods.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of X12 (elements 373, 337 and 623) and EDIFACT (C507) to ISO 8601, claiming no more than was said. */
public final class Dates {
    /** X12 element 623, and the zones of EDIFACT that are explicit. A zone that has summer time is resolved by the date; a code such as ES or ED is explicit. */
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("UT", ZoneOffset.UTC),
            Map.entry("GM", ZoneOffset.UTC),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("GMT", ZoneOffset.UTC),
            Map.entry("ES", ZoneOffset.ofHours(-5)),
            Map.entry("ED", ZoneOffset.ofHours(-4)),
            Map.entry("ET", ZoneId.of("America/New_York")),
            Map.entry("CS", ZoneOffset.ofHours(-6)),
            Map.entry("CD", ZoneOffset.ofHours(-5)),
            Map.entry("CT", ZoneId.of("America/Chicago")),
            Map.entry("MS", ZoneOffset.ofHours(-7)),
            Map.entry("MD", ZoneOffset.ofHours(-6)),
            Map.entry("MT", ZoneId.of("America/Denver")),
            Map.entry("PS", ZoneOffset.ofHours(-8)),
            Map.entry("PD", ZoneOffset.ofHours(-7)),
            Map.entry("PT", ZoneId.of("America/Los_Angeles")));

    /** ISO 8601 as XML has it, and other files too. */
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern ISO_MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}(?::\\d{2})?)" + "(?:\\.\\d+)?(Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)?");

    private static final Form AS_IT_IS = new Form(0, List.of(), List.of(), false);

    /** UN/EDIFACT code list 2379, those that name a day. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("2", new Form(6, List.of(4, 6, 2, 4, 0, 2), List.of(), false)),
            Map.entry("3", new Form(6, List.of(4, 6, 0, 2, 2, 4), List.of(), false)),
            Map.entry("101", new Form(6, List.of(0, 6), List.of(), false)),
            Map.entry("102", new Form(8, List.of(0, 8), List.of(), false)),
            Map.entry("201", new Form(10, List.of(0, 6), List.of(6, 10), false)),
            Map.entry("202", new Form(12, List.of(0, 6), List.of(6, 12), false)),
            Map.entry("203", new Form(12, List.of(0, 8), List.of(8, 12), false)),
            Map.entry("204", new Form(14, List.of(0, 8), List.of(8, 14), false)),
            Map.entry("303", new Form(12, List.of(0, 8), List.of(8, 12), true)),
            Map.entry("304", new Form(14, List.of(0, 8), List.of(8, 14), true)));

    private Dates() {}

    /**
     * The day of a value: CCYYMMDD or YYMMDD in X12; in EDIFACT, a component 2380 in the form that the code in the next
     * component (2379) names. Empty when there is no such day.
     */
    static Optional<LocalDate> date(Value value) {
        return date(form(value).day(value.text()));
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
     * A moment likewise: a day with its time and zone in one ({@code 2026-03-04T14:30:00+01:00}), or a day, a time (such
     * as {@code 14:30} or {@code 1430}) and the code of a time zone. Claims the day alone where the time is none.
     */
    public static Optional<EventTime> written(String date, String time, String zoneCode) {
        Matcher moment = ISO_MOMENT.matcher(date);
        if (!moment.matches()) {
            return written(date).map(day -> at(day, time.replace(":", ""), zone(zoneCode)));
        }
        return written(moment.group(1))
                .map(day -> at(
                        day,
                        moment.group(2).replace(":", ""),
                        moment.group(3) == null ? zone(zoneCode) : ZoneOffset.of(moment.group(3))));
    }

    /** A date with, where it was stated and can be read, its time (HHMM, HHMMSS, HHMMSSDD) and time zone code. */
    public static Optional<EventTime> eventTime(String date, String time, String zoneCode) {
        return date(date).map(day -> at(day, time, zone(zoneCode)));
    }

    /** The same of a value; where its own form has a time, that one. */
    static Optional<EventTime> eventTime(Value date, String time, String zoneCode) {
        Form form = form(date);
        return form.time.isEmpty()
                ? eventTime(form.day(date.text()), time, zoneCode)
                : eventTime(form.day(date.text()), form.clock(date.text()), form.zone(date.text()));
    }

    private static Form form(Value value) {
        boolean edifact = value.segment().syntax() == Syntax.EDIFACT && value.component() > 0;
        return edifact
                ? FORMS.getOrDefault(value.segment().component(value.element(), value.component() + 1), AS_IT_IS)
                : AS_IT_IS;
    }

    /**
     * The forms of EDIFACT, by their codes (2379), as days and times of X12.
     *
     * @param length characters of the whole; 0 for any
     * @param day where year, month and day stand: pairs of places, in that order
     * @param time where the time stands, empty when it has none
     * @param zone true when a time zone follows the time
     */
    private record Form(int length, List<Integer> day, List<Integer> time, boolean zone) {
        String day(String text) {
            return length == 0 ? text : length(text) ? parts(text, day) : "";
        }

        String clock(String text) {
            return parts(text, time);
        }

        String zone(String text) {
            return zone ? text.substring(length) : "";
        }

        private boolean length(String text) {
            return zone ? text.length() >= length : text.length() == length;
        }

        private static String parts(String text, List<Integer> places) {
            StringBuilder parts = new StringBuilder();
            for (int i = 0; i < places.size(); i += 2) {
                parts.append(text, places.get(i), places.get(i + 1));
            }
            return parts.toString();
        }
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

    /** That of a code; null when it names none. */
    private static ZoneId zone(String code) {
        ZoneId zone = ZONES.get(code);
        return zone == null ? equivalentOf(code) : zone;
    }

    private static String offset(LocalDateTime moment, ZoneId zone) {
        return zone == null ? "" : zone.getRules().getOffset(moment).getId();
    }

    /** Codes 01 to 12 are that many hours ahead of UTC, 13 to 24 are 12 down to 1 hours behind it. */
    private static ZoneId equivalentOf(String zoneCode) {
        if (zoneCode.length() != 2 || !Numbers.isDigits(zoneCode)) {
            return null;
        }
        int code = Integer.parseInt(zoneCode);
        if (code < 1 || code > 24) {
            return null;
        }
        return ZoneOffset.ofHours(code <= 12 ? code : code - 25);
    }
}
