package io.lotwire.document;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of an EPCIS event, see {@link EpcisDocument}.
 *
 * @param time {@code eventTime}: ISO 8601 with seconds and zone
 * @param offset {@code eventTimeZoneOffset}
 * @param assumes what it says beyond what was stated: {@code utc}, {@code noon-utc}, or {@code time-of-this-document}; {@code ""}
 *     where all was stated
 */
record EpcisTime(String time, String offset, String assumes) {
    private static final Pattern WITH_ZONE = Pattern.compile("(.*T.*?)(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern TO_THE_MINUTE = Pattern.compile(".*T[0-9]{2}:[0-9]{2}");
    private static final String UTC = "+00:00";

    static EpcisTime of(EventTime stated, Instant created) {
        if (stated == null) {
            return new EpcisTime(created.toString(), UTC, "time-of-this-document");
        }
        if (stated.precision() == TimePrecision.DATE || !stated.value().contains("T")) {
            return new EpcisTime(stated.value() + "T12:00:00Z", UTC, "noon-utc");
        }
        Matcher zoned = WITH_ZONE.matcher(stated.value());
        if (!zoned.matches()) {
            return new EpcisTime(withSeconds(stated.value()) + "Z", UTC, "utc");
        }
        String zone = zoned.group(2);
        return new EpcisTime(withSeconds(zoned.group(1)) + zone, zone.equals("Z") ? UTC : zone, "");
    }

    private static String withSeconds(String time) {
        return TO_THE_MINUTE.matcher(time).matches() ? time + ":00" : time;
    }
}
