package io.lotwire.registry.doubt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The day of a date as events have it: of a time its day, of a month its last one. */
final class Day {
    private static final int DAY_LENGTH = 10;
    private static final int MONTH_LENGTH = 7;

    private Day() {}

    static Optional<LocalDate> of(String date) {
        try {
            if (date.length() >= DAY_LENGTH) {
                return Optional.of(LocalDate.parse(date.substring(0, DAY_LENGTH)));
            }
            return date.length() == MONTH_LENGTH
                    ? Optional.of(YearMonth.parse(date).atEndOfMonth())
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
