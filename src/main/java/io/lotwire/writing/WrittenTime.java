package io.lotwire.writing;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as X12 and EDIFACT write it. A time whose zone was stated keeps it: without one a reader takes it for local time. */
final class WrittenTime {
    private static final String UNIVERSAL = "UT";
    private static final String UTC = "UTC";

    /** Of the directories that are written the one without form 205. */
    private static final String WITHOUT_OFFSETS = "D96A";

    /** Codes of X12 element 623: 01 to 12 are the hours before universal time, 24 to 13 those behind it. */
    private static final int MOST_HOURS = 12;

    private static final int BEHIND = 25;
    /** Characters of {@code -06:00}. */
    private static final int OFFSET_LENGTH = 6;

    private static final int SECONDS_OF_HOUR = 3600;

    private final EventTime time;
    private final ZoneOffset zone;

    /**
     * @param time the moment
     * @param withZone false when its zone is not to be told
     */
    WrittenTime(EventTime time, boolean withZone) {
        this.time = time;
        this.zone = withZone && time.precision() != TimePrecision.DATE ? zone(stated(time.value())) : null;
    }

    /** The zone at the end of a time, such as {@code Z} or {@code -06:00}; {@code ""} where there is none. */
    private static String stated(String value) {
        int behindTime = value.indexOf('T') + 1;
        int offset = value.length() - OFFSET_LENGTH;
        if (behindTime > 0 && value.endsWith("Z")) {
            return "Z";
        }
        boolean isOffset =
                behindTime > 0 && offset >= behindTime && (value.charAt(offset) == '+' || value.charAt(offset) == '-');
        return isOffset ? value.substring(offset) : "";
    }

    private static ZoneOffset zone(String text) {
        try {
            return text.isEmpty() ? null : ZoneOffset.of(text);
        } catch (DateTimeException noSuchZone) {
            return null;
        }
    }

    /** CCYYMMDD. */
    String date() {
        return Fields.basic(time.value().substring(0, 10));
    }

    /** HHMM or HHMMSS, {@code ""} for a day. */
    String clock() {
        return switch (time.precision()) {
            case DATE -> "";
            case MINUTE -> time.value().substring(11, 16).replace(":", "");
            case SECOND -> time.value().substring(11, 19).replace(":", "");
        };
    }

    /** The time code (X12 element 623); {@code ""} where there is no zone, or none of its codes is this one. */
    String x12Zone() {
        if (zone == null) {
            return "";
        }
        int seconds = zone.getTotalSeconds();
        int hours = seconds / SECONDS_OF_HOUR;
        if (seconds == 0) {
            return UNIVERSAL;
        }
        boolean isCoded = seconds % SECONDS_OF_HOUR == 0 && Math.abs(hours) <= MOST_HOURS;
        int code = hours > 0 ? hours : BEHIND + hours;
        return isCoded ? (code < 10 ? "0" : "") + code : "";
    }

    /** True when there is a zone that X12 has no code for. */
    boolean isBeyondX12() {
        return zone != null && x12Zone().isEmpty();
    }

    /**
     * EDIFACT 2380: with the offset in form 205, where the directory has it and the time no seconds; else in universal time, in
     * forms 303 and 304.
     */
    String stamp(String directory) {
        if (zone == null) {
            return date() + clock();
        }
        if (isWithOffset(directory)) {
            String offset = zone.equals(ZoneOffset.UTC) ? "+0000" : zone.getId().replace(":", "");
            return date() + clock() + offset;
        }
        LocalDateTime universal = LocalDateTime.parse(
                        time.value().substring(0, time.precision() == TimePrecision.MINUTE ? 16 : 19))
                .minusSeconds(zone.getTotalSeconds());
        String form = time.precision() == TimePrecision.MINUTE ? "yyyyMMddHHmm" : "yyyyMMddHHmmss";
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(universal) + UTC;
    }

    /** EDIFACT 2379, the form of the stamp. */
    String form(String directory) {
        return switch (time.precision()) {
            case DATE -> "102";
            case MINUTE -> zone == null ? "203" : isWithOffset(directory) ? "205" : "303";
            case SECOND -> zone == null ? "204" : "304";
        };
    }

    private boolean isWithOffset(String directory) {
        return !directory.equals(WITHOUT_OFFSETS) && time.precision() == TimePrecision.MINUTE;
    }
}
