package io.lotwire.mapping;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Dates and times of X12 (elements 373, 337 and 623) to ISO 8601, claiming no more than was said. */
final class Dates {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** X12 element 623. A zone that has summer time is resolved by the date; a code such as ES or ED is explicit. */
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("UT", ZoneOffset.UTC),
            Map.entry("GM", ZoneOffset.UTC),
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

    private Dates() {}

    /** CCYYMMDD or YYMMDD (years 00 to 79 are of this century) as {@code 2026-03-04}; empty when there is no such day. */
    static Optional<LocalDate> date(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || (text.length() != 8 && text.length() != 6)) {
            return Optional.empty();
        }
        int yearDigits = text.length() - 4;
        int year = Integer.parseInt(text.substring(0, yearDigits));
        if (yearDigits == 2) {
            year += year < 80 ? 2000 : 1900;
        }
        int month = Integer.parseInt(text.substring(yearDigits, yearDigits + 2));
        int day = Integer.parseInt(text.substring(yearDigits + 2));
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A date with, where it was stated and can be read, its time (HHMM, HHMMSS, HHMMSSDD) and time zone code. */
    static Optional<EventTime> eventTime(String date, String time, String zoneCode) {
        return date(date).map(day -> at(day, time, zoneCode));
    }

    private static EventTime at(LocalDate day, String time, String zoneCode) {
        LocalTime clock = clock(time);
        if (clock == null) {
            return new EventTime(day.toString(), TimePrecision.DATE);
        }
        LocalDateTime moment = LocalDateTime.of(day, clock);
        String value = SECONDS.format(moment) + offset(moment, zoneCode);
        return new EventTime(value, time.length() == 4 ? TimePrecision.MINUTE : TimePrecision.SECOND);
    }

    private static LocalTime clock(String time) {
        if (!time.matches("\\d{4}|\\d{6}|\\d{7,8}")) {
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

    private static String offset(LocalDateTime moment, String zoneCode) {
        ZoneId zone = ZONES.get(zoneCode);
        if (zone == null) {
            zone = equivalentOf(zoneCode);
        }
        return zone == null ? "" : zone.getRules().getOffset(moment).getId();
    }

    /** Codes 01 to 12 are that many hours ahead of UTC, 13 to 24 are 12 down to 1 hours behind it. */
    private static ZoneId equivalentOf(String zoneCode) {
        if (!zoneCode.matches("0[1-9]|1\\d|2[0-4]")) {
            return null;
        }
        int code = Integer.parseInt(zoneCode);
        return ZoneOffset.ofHours(code <= 12 ? code : code - 25);
    }
}
