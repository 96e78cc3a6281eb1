package io.lotwire.registry.doubt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The day of a date as events have it: of a time its day, of a month its last one. */
final class Day {
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;
    private static final int DECIMAL = 10;

    private Day() {}

    /** Read by hand: a formatter takes longer for it than all else that is doubted of an event. */
    static Optional<LocalDate> of(String date) {
        boolean isDay = date.length() >= DAY_LENGTH;
        if ((!isDay && date.length() != MONTH_LENGTH)
                || date.charAt(YEAR_LENGTH) != '-'
                || (isDay && date.charAt(MONTH_LENGTH) != '-')) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(number(date, 0, YEAR_LENGTH), number(date, YEAR_LENGTH + 1, MONTH_LENGTH));
            return Optional.of(isDay ? month.atDay(number(date, MONTH_LENGTH + 1, DAY_LENGTH)) : month.atEndOfMonth());
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String date, int from, int to) {
        return Integer.parseInt(date, from, to, DECIMAL);
    }
}
