package io.lotwire.mapping;

import io.lotwire.mapping.goods.Numbers;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The time zones that documents name. A name that means different zones in different countries is none. */
final class TimeZones {
    /**
     * Element 623 of X12 in two letters, of which ES, ED and their like are explicit, and ET and its like have summer time,
     * so that the date decides; then names that EDIFACT may hold (forms 303 and 304), as RFC 822, section 5.1, and ISO 8601
     * have them, and those of Europe, Alaska, Hawaii, Japan and New Zealand.
     */
    private static final Map<String, ZoneId> NAMED = Map.ofEntries(
            Map.entry("UT", ZoneOffset.UTC),
            Map.entry("GM", ZoneOffset.UTC),
            Map.entry("NS", ZoneOffset.ofHoursMinutes(-3, -30)),
            Map.entry("ND", ZoneOffset.ofHoursMinutes(-2, -30)),
            Map.entry("NT", ZoneId.of("America/St_Johns")),
            Map.entry("TS", ZoneOffset.ofHours(-4)),
            Map.entry("TD", ZoneOffset.ofHours(-3)),
            Map.entry("TT", ZoneId.of("America/Halifax")),
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
            Map.entry("PT", ZoneId.of("America/Los_Angeles")),
            Map.entry("AS", ZoneOffset.ofHours(-9)),
            Map.entry("AD", ZoneOffset.ofHours(-8)),
            Map.entry("AT", ZoneId.of("America/Anchorage")),
            Map.entry("HS", ZoneOffset.ofHours(-10)),
            Map.entry("HD", ZoneOffset.ofHours(-9)),
            Map.entry("HT", ZoneId.of("Pacific/Honolulu")),
            Map.entry("Z", ZoneOffset.UTC),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("GMT", ZoneOffset.UTC),
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CST", ZoneOffset.ofHours(-6)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)),
            Map.entry("AKST", ZoneOffset.ofHours(-9)),
            Map.entry("AKDT", ZoneOffset.ofHours(-8)),
            Map.entry("HST", ZoneOffset.ofHours(-10)),
            Map.entry("WET", ZoneOffset.UTC),
            Map.entry("WEST", ZoneOffset.ofHours(1)),
            Map.entry("CET", ZoneOffset.ofHours(1)),
            Map.entry("MEZ", ZoneOffset.ofHours(1)),
            Map.entry("CEST", ZoneOffset.ofHours(2)),
            Map.entry("MESZ", ZoneOffset.ofHours(2)),
            Map.entry("EET", ZoneOffset.ofHours(2)),
            Map.entry("EEST", ZoneOffset.ofHours(3)),
            Map.entry("JST", ZoneOffset.ofHours(9)),
            Map.entry("NZST", ZoneOffset.ofHours(12)),
            Map.entry("NZDT", ZoneOffset.ofHours(13)));

    /** Local time of the sender, wherever that is. */
    private static final String LOCAL = "LT";

    private TimeZones() {}

    /** True where no zone is stated, or that of the sender. */
    static boolean isLocal(String code) {
        return code.isEmpty() || code.equals(LOCAL);
    }

    /** That of a code, a name or an offset such as {@code +01} or {@code -0330}; null when it names none that is known. */
    static ZoneId of(String code) {
        ZoneId zone = NAMED.get(code);
        if (zone != null || code.isEmpty()) {
            return zone;
        }
        return code.charAt(0) == '+' || code.charAt(0) == '-' ? offset(code) : equivalentOf(code);
    }

    private static ZoneId offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException noOffset) {
            return null;
        }
    }

    /** Codes 01 to 12 are that many hours ahead of UTC, 13 to 24 are 12 down to 1 hours behind it. */
    private static ZoneId equivalentOf(String code) {
        if (code.length() != 2 || !Numbers.isDigits(code)) {
            return null;
        }
        int hours = Integer.parseInt(code);
        if (hours < 1 || hours > 24) {
            return null;
        }
        return ZoneOffset.ofHours(hours <= 12 ? hours : hours - 25);
    }
}
