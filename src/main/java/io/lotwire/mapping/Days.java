package io.lotwire.mapping;

import io.lotwire.edi.grammar.StatedPeriod;
import io.lotwire.edi.grammar.StatedTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/**
 * The day, or the days from one to another, that a document states.
 *
 * @param span what it names
 */
record Days(LocalDate first, LocalDate last, Span span) {
    private static final int MONTHS_OF_QUARTER = 3;

    /** What can be named that is a day or made of days. */
    enum Span {
        DAY("a day"),
        WEEK("a week"),
        MONTH("a month"),
        QUARTER("a quarter"),
        YEAR("a year"),
        PERIOD("a period");

        private final String words;

        Span(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Days of(LocalDate day) {
        return new Days(day, day, Span.DAY);
    }

    /** Those of what was written; null where it names no days of any year. */
    static Days of(StatedPeriod stated) {
        Days from = of(stated.from());
        Days to = stated.to() == null ? from : of(stated.to());
        if (from == null || to == null || from.first.isAfter(to.last)) {
            return null;
        }
        boolean one = stated.to() == null || (from.span == Span.DAY && from.equals(to));
        return one ? from : new Days(from.first, to.last, Span.PERIOD);
    }

    /** Those of a time; null where it has no year. */
    static Days of(StatedTime time) {
        if (time.year() == StatedTime.NONE) {
            return null;
        }
        try {
            return ofYear(time, time.year());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Days ofYear(StatedTime time, int year) {
        if (time.isDay()) {
            return of(LocalDate.of(year, time.month(), time.day()));
        }
        if (time.month() != StatedTime.NONE) {
            return months(YearMonth.of(year, time.month()), 1, Span.MONTH);
        }
        if (time.week() != StatedTime.NONE) {
            LocalDate first = LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, time.week())
                    .with(ChronoField.DAY_OF_WEEK, 1);
            return new Days(first, first.plusDays(6), Span.WEEK);
        }
        if (time.quarter() != StatedTime.NONE) {
            int month = (time.quarter() - 1) * MONTHS_OF_QUARTER + 1;
            return months(YearMonth.of(year, month), MONTHS_OF_QUARTER, Span.QUARTER);
        }
        return months(YearMonth.of(year, 1), 12, Span.YEAR);
    }

    private static Days months(YearMonth first, int count, Span span) {
        return new Days(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth(), span);
    }
}
