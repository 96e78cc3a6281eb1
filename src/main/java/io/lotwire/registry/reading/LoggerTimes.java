package io.lotwire.registry.reading;

import io.lotwire.csv.CsvPlace;
import io.lotwire.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times in a logger's file: with the year first or last, with a zone of their own or that of the place. */
final class LoggerTimes {
    private static final String CLOCK =
            "[T ,]\\s*(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "\\s*(?<half>AM|PM)?\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + CLOCK);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<one>\\d{1,2})[-/.](?<two>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})" + CLOCK);

    private static final int CENTURY = 2000;
    private static final int HALF_DAY = 12;
    private static final int MONTHS = 12;

    private final Optional<ZoneId> zone;
    private final Optional<DateOrder> order;
    private final Consumer<Problem> problems;
    private final Map<String, Instant> last = new HashMap<>();
    private boolean toldOfZone;
    private boolean toldOfOrder;

    /**
     * @param zone that of times that name none
     * @param order how dates are written whose year comes last
     * @param problems is told what is wrong
     */
    LoggerTimes(Optional<ZoneId> zone, Optional<DateOrder> order, Consumer<Problem> problems) {
        this.zone = zone;
        this.order = order;
        this.problems = problems;
    }

    /**
     * Reads a time; empty when it cannot be read, which is told: what is so for all times of a file, once.
     *
     * @param logger whose time it is: in the hour that a clock repeats in autumn, the later of two is meant where one was before
     */
    Optional<Instant> read(String text, String logger, CsvPlace at) {
        String time = text.strip().toUpperCase(Locale.ROOT);
        Matcher yearFirst = YEAR_FIRST.matcher(time);
        Matcher yearLast = YEAR_LAST.matcher(time);
        try {
            if (yearFirst.matches()) {
                LocalDate day =
                        LocalDate.of(number(yearFirst, "year"), number(yearFirst, "month"), number(yearFirst, "day"));
                return moment(day, yearFirst, logger, at);
            }
            if (yearLast.matches()) {
                Optional<LocalDate> day = day(yearLast, at);
                return day.isEmpty() ? Optional.empty() : moment(day.get(), yearLast, logger, at);
            }
        } catch (DateTimeException impossible) {
            // It is told below.
        }
        problems.accept(Problem.error(
                ReadingFault.TIME_MALFORMED,
                at.place(),
                "'" + text + "' is no time: 2026-03-18T06:00:00Z, 2026-03-18 06:00 or 18/03/2026 06:00 would be."));
        return Optional.empty();
    }

    private Optional<LocalDate> day(Matcher time, CsvPlace at) {
        int one = number(time, "one");
        int two = number(time, "two");
        int year = number(time, "year") + (time.group("year").length() == 2 ? CENTURY : 0);
        Optional<DateOrder> said = order;
        if (said.isEmpty() && (one > MONTHS || one == two)) {
            said = Optional.of(DateOrder.DMY);
        } else if (said.isEmpty() && two > MONTHS) {
            said = Optional.of(DateOrder.MDY);
        }
        if (said.isEmpty()) {
            if (!toldOfOrder) {
                toldOfOrder = true;
                problems.accept(Problem.error(
                        ReadingFault.TIME_AMBIGUOUS,
                        at.place(),
                        "'" + time.group() + "' may be day and month or month and day: say which by --dates dmy or"
                                + " --dates mdy."));
            }
            return Optional.empty();
        }
        boolean dayFirst = said.get() == DateOrder.DMY;
        return Optional.of(LocalDate.of(year, dayFirst ? two : one, dayFirst ? one : two));
    }

    private Optional<Instant> moment(LocalDate day, Matcher time, String logger, CsvPlace at) {
        LocalDateTime local = day.atTime(clock(time));
        String said = time.group("zone");
        if (said != null) {
            ZoneOffset offset = said.length() <= 3 ? ZoneOffset.UTC : ZoneOffset.of(said);
            return Optional.of(local.toInstant(offset));
        }
        if (zone.isEmpty()) {
            if (!toldOfZone) {
                toldOfZone = true;
                problems.accept(Problem.error(
                        ReadingFault.ZONE_MISSING,
                        at.place(),
                        "'" + time.group() + "' does not say in which time zone it is: say it by --zone, such as"
                                + " --zone America/Los_Angeles or --zone UTC."));
            }
            return Optional.empty();
        }
        ZonedDateTime there = local.atZone(zone.get());
        Instant before = last.get(logger);
        Instant moment = before != null && !there.toInstant().isAfter(before)
                ? there.withLaterOffsetAtOverlap().toInstant()
                : there.toInstant();
        last.put(logger, moment);
        return Optional.of(moment);
    }

    private static LocalTime clock(Matcher time) {
        int hour = number(time, "hour");
        String half = time.group("half");
        if (half != null) {
            if (hour < 1 || hour > HALF_DAY) {
                throw new DateTimeException("an hour of half a day");
            }
            hour = hour % HALF_DAY + (half.equals("PM") ? HALF_DAY : 0);
        }
        return LocalTime.of(hour, number(time, "minute"), time.group("second") == null ? 0 : number(time, "second"));
    }

    private static int number(Matcher time, String group) {
        return Integer.parseInt(time.group(group));
    }
}
