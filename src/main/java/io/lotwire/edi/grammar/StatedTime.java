package io.lotwire.edi.grammar;

/**
 * A day, month, week, quarter, year or time as it was written; each number is {@link #NONE} where it was not.
 *
 * @param year with its century
 * @param month from 1
 * @param day of the month, from 1
 * @param week of the year, from 1
 * @param quarter of the year, from 1
 * @param hour 0 to 24
 * @param minute of the hour
 * @param second of the minute
 * @param zone the time zone by its name or as an offset, such as {@code CET}, {@code +01} or {@code -0330}; {@code ""} where
 *     none was written
 */
public record StatedTime(
        int year, int month, int day, int week, int quarter, int hour, int minute, int second, String zone) {
    /** Stands for a number that was not written. */
    public static final int NONE = -1;

    /** True when it is one day of one year. */
    public boolean isDay() {
        return year != NONE && month != NONE && day != NONE;
    }
}
