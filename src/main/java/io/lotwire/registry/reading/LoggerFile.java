package io.lotwire.registry.reading;

import io.lotwire.csv.CsvField;
import io.lotwire.csv.CsvPlace;
import io.lotwire.csv.CsvReader;
import io.lotwire.csv.CsvRow;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CSV that a logger, or the program that reads it out, writes: some lines about the logger, a line that names the columns, and a
 * line for each time. What is not understood is told, with its line; rows without a value are passed over.
 */
final class LoggerFile {
    /** A reading a minute for four months. */
    static final int MOST_READINGS = 200_000;

    /** In so many rows the columns are named. */
    private static final int MOST_ROWS_BEFORE = 100;

    /** Clocks of loggers go wrong by minutes; by more it is the zone that is wrong. */
    private static final Duration MAY_BE_AHEAD = Duration.ofMinutes(15);

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?\\d{1,6}(?:[.,]\\d{1,6})?)\\s*(?:%|(?:°|º)?\\s*([CcFf]))?");
    private static final BigDecimal FREEZING = new BigDecimal("32");
    private static final BigDecimal FIVE = new BigDecimal("5");
    private static final BigDecimal NINE = new BigDecimal("9");
    private static final int DIGITS = 3;

    private final String file;
    private final String usualLogger;
    private final LoggerTimes times;
    private final Instant now;
    private final Consumer<Problem> problems;
    private final List<Reading> readings = new ArrayList<>();
    private final Map<Key, Reading> byKey = new HashMap<>();
    private boolean toldOfLogger;

    private record Key(String logger, Measure measure, Instant at) {}

    /**
     * @param file the file as its user knows it
     * @param usualLogger the logger, where the file does not name it; {@code ""} when not said
     * @param now when it comes in
     * @param problems is told what is wrong
     */
    LoggerFile(
            String file,
            String usualLogger,
            Optional<ZoneId> zone,
            Optional<DateOrder> order,
            Instant now,
            Consumer<Problem> problems) {
        this.file = file;
        this.usualLogger = usualLogger;
        this.times = new LoggerTimes(zone, order, problems);
        this.now = now;
        this.problems = problems;
    }

    /** Its readings, each once, in the file's order. */
    List<Reading> read(InputStream bytes) throws IOException {
        CsvReader reader = new CsvReader(file, bytes, problems);
        Optional<LoggerColumns> columns = columns(reader);
        if (columns.isEmpty()) {
            problems.accept(
                    Problem.error(
                            ReadingFault.COLUMNS_UNKNOWN,
                            CsvPlace.of(file, 1).place(),
                            "No line names a column of times ('time', 'date/time') and one of temperatures or humidities"
                                    + " ('temperature', 'Temperature °F', 'humidity'): add it above the readings, separated as they are."));
            return List.of();
        }
        reader.name(columns.get().names());
        for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            if (row.get().isWhole()) {
                row(reader, row.get(), columns.get());
            }
            if (readings.size() > MOST_READINGS) {
                problems.accept(Problem.error(
                        ReadingFault.READINGS_TOO_MANY,
                        CsvPlace.of(file, row.get().line()).place(),
                        "There are more than " + MOST_READINGS + " readings in the file: split it."));
                return List.of();
            }
        }
        return readings;
    }

    private Optional<LoggerColumns> columns(CsvReader reader) throws IOException {
        for (int rows = 0; rows < MOST_ROWS_BEFORE; rows++) {
            Optional<CsvRow> row = reader.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            Optional<LoggerColumns> columns = LoggerColumns.of(
                    row.get().fields().stream().map(CsvField::undefused).toList());
            if (columns.isPresent()) {
                return columns;
            }
        }
        return Optional.empty();
    }

    private void row(CsvReader reader, CsvRow row, LoggerColumns columns) {
        List<String> fields = row.fields().stream()
                .map(field -> CsvField.undefused(field).strip())
                .toList();
        if (isEmpty(fields, columns.temperature()) && isEmpty(fields, columns.humidity())) {
            return;
        }
        if (fields.size() > columns.names().size()) {
            problems.accept(
                    Problem.error(
                            ReadingFault.FIELD_COUNT_WRONG,
                            CsvPlace.of(file, row.line()).place(),
                            "The row has " + fields.size() + " fields, but there are "
                                    + columns.names().size()
                                    + " columns: quote a field that holds a separator, such as a number with a decimal comma."));
            return;
        }
        String logger = columns.logger().isPresent() && !isEmpty(fields, columns.logger())
                ? fields.get(columns.logger().getAsInt())
                : usualLogger;
        if (logger.isEmpty() && !toldOfLogger) {
            toldOfLogger = true;
            problems.accept(Problem.error(
                    ReadingFault.LOGGER_MISSING,
                    CsvPlace.of(file, row.line()).place(),
                    "It is not said which logger measured this: say its number by --logger, or in a column 'logger'."));
        }
        String time = columns.times().stream()
                .filter(column -> column < fields.size())
                .map(fields::get)
                .collect(Collectors.joining(" "));
        CsvPlace place = reader.place(row.line(), columns.times().get(0) + 1);
        Optional<Instant> at = times.read(time, logger, place).filter(moment -> isNotAhead(moment, place));
        at.ifPresent(moment -> {
            value(reader, row.line(), fields, columns.temperature(), Measure.TEMPERATURE, columns.isFahrenheit())
                    .ifPresent(value -> add(new Reading(logger, Measure.TEMPERATURE, moment, value, row.line())));
            value(reader, row.line(), fields, columns.humidity(), Measure.HUMIDITY, false)
                    .ifPresent(value -> add(new Reading(logger, Measure.HUMIDITY, moment, value, row.line())));
        });
    }

    private static boolean isEmpty(List<String> fields, OptionalInt column) {
        return column.isEmpty()
                || column.getAsInt() >= fields.size()
                || fields.get(column.getAsInt()).isEmpty();
    }

    private boolean isNotAhead(Instant moment, CsvPlace at) {
        if (moment.isAfter(now.plus(MAY_BE_AHEAD))) {
            problems.accept(Problem.error(
                    ReadingFault.TIME_AHEAD,
                    at.place(),
                    moment + " is yet to come: check the zone, the order of day and month, and the logger's clock."));
            return false;
        }
        return true;
    }

    private Optional<BigDecimal> value(
            CsvReader reader,
            long line,
            List<String> fields,
            OptionalInt column,
            Measure measure,
            boolean isFahrenheit) {
        if (isEmpty(fields, column)) {
            return Optional.empty();
        }
        String field = fields.get(column.getAsInt());
        CsvPlace at = reader.place(line, column.getAsInt() + 1);
        Matcher number = NUMBER.matcher(field.replace('\u2212', '-'));
        if (!number.matches()) {
            problems.accept(
                    Problem.error(
                            ReadingFault.VALUE_MALFORMED,
                            at.place(),
                            "'" + field
                                    + "' is no number: 4.5, 4,5 or -0.5 would be. Leave the field empty where nothing was measured."));
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(',', '.'));
        String unit = number.group(2);
        boolean inFahrenheit = unit == null ? isFahrenheit : unit.equalsIgnoreCase("F");
        BigDecimal told = measure == Measure.TEMPERATURE && inFahrenheit ? celsius(value) : value;
        if (!measure.canBe(told)) {
            problems.accept(Problem.error(
                    ReadingFault.VALUE_IMPOSSIBLE,
                    at.place(),
                    "A " + measure.word() + " of " + TemperatureRange.plain(told) + " " + measure.unit()
                            + " cannot have been measured: check the column and the logger."));
            return Optional.empty();
        }
        return Optional.of(told);
    }

    private static BigDecimal celsius(BigDecimal fahrenheit) {
        return fahrenheit.subtract(FREEZING).multiply(FIVE).divide(NINE, DIGITS, RoundingMode.HALF_EVEN);
    }

    private void add(Reading reading) {
        Reading before = byKey.putIfAbsent(new Key(reading.logger(), reading.measure(), reading.at()), reading);
        if (before == null) {
            readings.add(reading);
        } else if (before.value().compareTo(reading.value()) != 0) {
            problems.accept(Problem.error(
                    ReadingFault.READING_DIFFERS,
                    CsvPlace.of(file, reading.line()).place(),
                    "Line " + before.line() + " says that the "
                            + reading.measure().word() + " was "
                            + TemperatureRange.plain(before.value()) + " "
                            + reading.measure().unit() + " at this time, this one says "
                            + TemperatureRange.plain(reading.value()) + " "
                            + reading.measure().unit()
                            + ": keep the one that is right."));
        }
    }
}
