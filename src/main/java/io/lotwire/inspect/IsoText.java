package io.lotwire.inspect;

import io.lotwire.edi.grammar.DateForm;
import io.lotwire.edi.grammar.StatedPeriod;
import io.lotwire.edi.grammar.StatedTime;
import java.util.Locale;
import java.util.Optional;

/** Dates, times and periods as they were sent, in the form of ISO 8601. */
final class IsoText {
    private static final int SECONDS = 6;

    private IsoText() {}

    /** A date of eight or six digits; empty for what is none. */
    static Optional<String> date(String value) {
        return of(DateForm.x12(value.length() == 8 ? "D8" : "D6"), value);
    }

    /** A time of four digits or more: hours, minutes, seconds and parts of seconds. */
    static Optional<String> time(String value) {
        if (value.length() <= SECONDS) {
            return of(DateForm.x12(value.length() == SECONDS ? "TS" : "TM"), value);
        }
        String parts = value.substring(SECONDS);
        return parts.chars().allMatch(c -> c >= '0' && c <= '9')
                ? time(value.substring(0, SECONDS)).map(time -> time + "." + parts)
                : Optional.empty();
    }

    /**
     * What a value says.
     *
     * @param form how it is written; null where that is not known
     * @return empty where it is not written so, or says no time
     */
    static Optional<String> of(DateForm form, String value) {
        return form == null
                ? Optional.empty()
                : form.read(value).map(IsoText::period).filter(text -> !text.isEmpty());
    }

    private static String period(StatedPeriod period) {
        String from = time(period.from());
        return period.to() == null ? from : from + "/" + time(period.to());
    }

    private static String time(StatedTime time) {
        String day = day(time);
        if (time.hour() == StatedTime.NONE) {
            return day;
        }
        String second = time.second() == StatedTime.NONE ? "" : ":" + two(time.second());
        String hour = two(time.hour()) + ":" + (time.minute() == StatedTime.NONE ? "00" : two(time.minute()));
        String zone = time.zone().isEmpty() || isOffset(time.zone()) ? time.zone() : " " + time.zone();
        return (day.isEmpty() ? "" : day + "T") + hour + second + zone;
    }

    private static boolean isOffset(String zone) {
        return zone.charAt(0) == '+' || zone.charAt(0) == '-' || zone.equals("Z");
    }

    private static String day(StatedTime time) {
        String year = time.year() == StatedTime.NONE ? "" : String.format(Locale.ROOT, "%04d", time.year());
        if (time.month() != StatedTime.NONE) {
            String month = (year.isEmpty() ? "-" : year) + "-" + two(time.month());
            return time.day() == StatedTime.NONE ? month : month + "-" + two(time.day());
        }
        if (year.isEmpty()) {
            return "";
        }
        if (time.week() != StatedTime.NONE) {
            return year + "-W" + two(time.week());
        }
        return time.quarter() == StatedTime.NONE ? year : year + "-Q" + time.quarter();
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
