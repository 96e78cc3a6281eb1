package io.lotwire.x12;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates and times as X12 writes them. */
final class Calendar {
    private Calendar() {}

    /** True for a day that exists, as {@code CCYYMMDD}. */
    static boolean isDate(String text) {
        return text.length() == 8
                && Digits.only(text)
                && exists(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    /** True for a day that exists, as {@code YYMMDD}. */
    static boolean isShortDate(String text) {
        return text.length() == 6
                && Digits.only(text)
                && exists(2000 + number(text, 0, 2), number(text, 2, 4), number(text, 4, 6));
    }

    /** True for a time of day, as {@code HHMM}, {@code HHMMSS}, {@code HHMMSSD} or {@code HHMMSSDD}. */
    static boolean isTime(String text) {
        int length = text.length();
        boolean lengthFits = length == 4 || (length >= 6 && length <= 8);
        return lengthFits
                && Digits.only(text)
                && number(text, 0, 2) < 24
                && number(text, 2, 4) < 60
                && (length == 4 || number(text, 4, 6) < 60);
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
