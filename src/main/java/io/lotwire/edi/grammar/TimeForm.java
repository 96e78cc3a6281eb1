package io.lotwire.edi.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How one time is written: its fields in a row. */
final class TimeForm {
    /** Years of two digits before it are of this century, others of the last. */
    private static final int CENTURY_TURNS = 80;

    private static final int NEVER = StatedTime.NONE;

    /** A name such as UTC, CET or Z, or an offset such as +01, -0330. */
    private static final Pattern ZONE = Pattern.compile("[A-Z]{1,5}|[+-][0-9]{2}(?::?[0-9]{2})?");

    private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{4}");
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    /** What can stand in a form; the longer words come before those that they begin with. */
    private enum Field {
        OFFSET("ZHHMM"),
        ZONE("ZZZ"),
        MONTH_NAME("MMM"),
        DAY_OF_YEAR("DDD"),
        CENTURY("CC"),
        YEAR("YY"),
        MONTH("MM"),
        MINUTE("MM"),
        DAY("DD"),
        WEEKDAY("D"),
        HOUR("HH"),
        SECOND("SS"),
        WEEK("WW"),
        QUARTER("Q"),
        COUNT("N");

        private final String word;

        Field(String word) {
            this.word = word;
        }
    }

    private final Field[] fields;
    private final int length;
    private final boolean open;

    TimeForm(String form) {
        List<Field> found = new ArrayList<>();
        int at = 0;
        while (at < form.length()) {
            Field field = at(form, at, found.contains(Field.HOUR));
            found.add(field);
            at += field.word.length();
        }
        this.fields = found.toArray(Field[]::new);
        this.length = form.length();
        Field last = fields[fields.length - 1];
        this.open = last == Field.ZONE || last == Field.COUNT;
    }

    private static Field at(String form, int at, boolean afterHour) {
        for (Field field : Field.values()) {
            boolean minute = field == Field.MINUTE;
            boolean fits = (minute || field == Field.MONTH) ? minute == afterHour : true;
            if (fits && form.startsWith(field.word, at)) {
                return field;
            }
        }
        throw new IllegalStateException("dates.txt: no field begins at " + form.substring(at));
    }

    /** How many characters it has. */
    int length() {
        return length;
    }

    /** What a part of a text says; null when it is not in this form, or there is no such time. */
    StatedTime read(String text, int begin, int end) {
        boolean fits = open ? end - begin > length - fields[fields.length - 1].word.length() : end - begin == length;
        return fits ? new Reading(text, begin, end).read(fields) : null;
    }

    /** One reading of one text. */
    private static final class Reading {
        private final String text;
        private final int end;
        private int at;
        private int century = NEVER;
        private int year = NEVER;
        private int month = NEVER;
        private int day = NEVER;
        private int dayOfYear = NEVER;
        private int weekday = NEVER;
        private int week = NEVER;
        private int quarter = NEVER;
        private int hour = NEVER;
        private int minute = NEVER;
        private int second = NEVER;
        private String zone = "";

        Reading(String text, int begin, int end) {
            this.text = text;
            this.at = begin;
            this.end = end;
        }

        StatedTime read(Field[] fields) {
            for (Field field : fields) {
                if (!take(field)) {
                    return null;
                }
            }
            return exists() ? new StatedTime(year, month, day, week, quarter, hour, minute, second, zone) : null;
        }

        private boolean take(Field field) {
            return switch (field) {
                case CENTURY -> {
                    century = number(2);
                    yield century >= 0;
                }
                case YEAR -> {
                    year = number(2);
                    yield year >= 0;
                }
                case MONTH -> {
                    month = number(2);
                    yield isIn(month, 1, 12);
                }
                case MONTH_NAME -> {
                    month = monthByName();
                    yield isIn(month, 1, 12);
                }
                case DAY -> {
                    day = number(2);
                    yield isIn(day, 1, 31);
                }
                case DAY_OF_YEAR -> {
                    dayOfYear = number(3);
                    yield isIn(dayOfYear, 1, 366);
                }
                case WEEKDAY -> {
                    weekday = number(1);
                    yield isIn(weekday, 1, 7);
                }
                case WEEK -> {
                    week = number(2);
                    yield isIn(week, 1, 53);
                }
                case QUARTER -> {
                    quarter = number(1);
                    yield isIn(quarter, 1, 4);
                }
                case HOUR -> {
                    hour = number(2);
                    yield isIn(hour, 0, 24);
                }
                case MINUTE -> {
                    minute = number(2);
                    yield isIn(minute, 0, 59);
                }
                case SECOND -> {
                    second = number(2);
                    yield isIn(second, 0, 59);
                }
                case OFFSET -> takesZone(OFFSET, at + Field.OFFSET.word.length());
                case ZONE -> takesZone(ZONE, end);
                case COUNT -> number(end - at) >= 0;
            };
        }

        private static boolean isIn(int number, int least, int most) {
            return number >= least && number <= most;
        }

        /** The next digits as a number; {@link #NEVER} when they are none. */
        private int number(int digits) {
            int number = 0;
            for (int i = 0; i < digits; i++) {
                char c = text.charAt(at++);
                if (c < '0' || c > '9') {
                    return NEVER;
                }
                // A number of days has no bound; its value is not asked for.
                number = Math.min(number, 99_999) * 10 + c - '0';
            }
            return number;
        }

        private int monthByName() {
            int found = MONTHS.indexOf(text.substring(at, at + 3));
            at += 3;
            return found % 3 == 0 ? found / 3 + 1 : NEVER;
        }

        private boolean takesZone(Pattern pattern, int to) {
            zone = text.substring(at, to);
            at = to;
            return pattern.matcher(zone).matches();
        }

        /** Whether there is such a day; a day without its year is one of a leap year. */
        private boolean exists() {
            if (year != NEVER) {
                year += century == NEVER ? (year < CENTURY_TURNS ? 2000 : 1900) : century * 100;
            }
            int inYear = year == NEVER ? 2000 : year;
            if (dayOfYear != NEVER && year != NEVER) {
                return dayOfYear <= Year.of(inYear).length() && takes(LocalDate.ofYearDay(inYear, dayOfYear));
            }
            if (week != NEVER && year != NEVER) {
                return takesWeek();
            }
            return day == NEVER || month == NEVER || isDay(inYear);
        }

        private boolean isDay(int inYear) {
            try {
                return LocalDate.of(inYear, month, day).getDayOfMonth() == day;
            } catch (DateTimeException noSuchDay) {
                return false;
            }
        }

        /** With a weekday it is that day of ISO 8601. Without, it may be counted otherwise: every year may have a week 53. */
        private boolean takesWeek() {
            if (weekday == NEVER) {
                return true;
            }
            LocalDate inYear = LocalDate.of(year, 1, 4);
            return week
                            <= IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(inYear)
                                    .getMaximum()
                    && takes(inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                            .with(ChronoField.DAY_OF_WEEK, weekday));
        }

        private boolean takes(LocalDate date) {
            year = date.getYear();
            month = date.getMonthValue();
            day = date.getDayOfMonth();
            week = NEVER;
            return true;
        }
    }
}
