package io.lotwire.edi.bytes;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates and times as X12 writes them, and the days that exist. */
public final class Calendar {
    private static final int[] DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Calendar() {}

    /** True for a day that exists, as {@code CCYYMMDD}. */
    public static boolean isDate(String text) {
        return text.length() == 8
                && Digits.only(text)
                && exists(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    /** True for a day that exists, as {@code YYMMDD}. */
    public static boolean isShortDate(String text) {
        return text.length() == 6
                && Digits.only(text)
                && exists(2000 + number(text, 0, 2), number(text, 2, 4), number(text, 4, 6));
    }

    /** True for a time of day, as {@code HHMM}, {@code HHMMSS}, {@code HHMMSSD} or {@code HHMMSSDD}. */
    public static boolean isTime(String text) {
        int length = text.length();
        boolean lengthFits = length == 4 || (length >= 6 && length <= 8);
        return lengthFits
                && Digits.only(text)
                && number(text, 0, 2) < 24
                && number(text, 2, 4) < 60
                && (length == 4 || number(text, 4, 6) < 60);
    }

    /** True for {@code CCYYMMDD} of a day that exists in every year. */
    public static boolean isSurelyDate(byte[] bytes, int from, int to) {
        if (to - from != 8 || !Digits.only(bytes, from, to)) {
            return false;
        }
        int month = Digits.two(bytes, from + 4);
        int day = Digits.two(bytes, from + 6);
        return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month];
    }

    /** True for what {@link #isTime} takes, without tenths of seconds. */
    public static boolean isSurelyTime(byte[] bytes, int from, int to) {
        int length = to - from;
        return (length == 4 || length == 6)
                && Digits.only(bytes, from, to)
                && Digits.two(bytes, from) < 24
                && Digits.two(bytes, from + 2) < 60
                && (length == 4 || Digits.two(bytes, from + 4) < 60);
    }

    /** True for a day that exists; where no year is known, one that exists in some year. */
    public static boolean isDayOf(int year, int month, int day) {
        return exists(year == 0 ? 2000 : year, month, day);
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
