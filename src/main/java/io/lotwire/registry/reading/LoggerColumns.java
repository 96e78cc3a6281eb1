package io.lotwire.registry.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The columns of a logger's file, by the names that makers of loggers give them.
 *
 * @param times the column of times, or those of dates and of times
 * @param temperature that of temperatures; empty when there is none
 * @param isFahrenheit whether those are in degrees Fahrenheit
 * @param humidity that of humidities; empty when there is none
 * @param logger that of loggers' numbers; empty when there is none
 * @param names all names
 */
record LoggerColumns(
        List<Integer> times,
        OptionalInt temperature,
        boolean isFahrenheit,
        OptionalInt humidity,
        OptionalInt logger,
        List<String> names) {
    private static final Pattern BOTH =
            Pattern.compile("(date|day)\\s*([/&_ -]|and)?\\s*time.*|timestamp.*|measured_?at");
    private static final Pattern DATE = Pattern.compile("date.*");
    private static final Pattern TIME = Pattern.compile("time.*");
    private static final Pattern TEMPERATURE = Pattern.compile("(temp|celsius|fahrenheit).*|.*(°|º)\\s*[cf]\\b.*");
    private static final Pattern FAHRENHEIT = Pattern.compile(".*((°|º)\\s*f\\b|fahrenheit|[(\\[_ ]f[)\\]]?$).*");
    private static final Pattern HUMIDITY = Pattern.compile("(relative )?humid.*|rh\\b.*|.*%\\s*rh.*");
    private static final Pattern LOGGER =
            Pattern.compile("(logger|device|sensor|serial)([ _-]?(id|no\\.?|number|serial))*|sn|s/n");
    private static final Pattern ABOUT_LIMITS =
            Pattern.compile(".*\\b(alarm|limit|min|max|high|low|dew|average|avg|mkt)\\b.*");

    LoggerColumns {
        times = List.copyOf(times);
        names = List.copyOf(names);
    }

    /** Those that a row names; empty when it does not name times and something measured. */
    static Optional<LoggerColumns> of(List<String> fields) {
        List<String> names = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<Integer> times = times(names);
        OptionalInt temperature = first(names, measured(TEMPERATURE));
        OptionalInt humidity = first(names, measured(HUMIDITY));
        if (times.isEmpty() || (temperature.isEmpty() && humidity.isEmpty())) {
            return Optional.empty();
        }
        boolean isFahrenheit = temperature.isPresent()
                && FAHRENHEIT.matcher(names.get(temperature.getAsInt())).matches();
        return Optional.of(new LoggerColumns(
                times, temperature, isFahrenheit, humidity, first(names, LOGGER.asMatchPredicate()), fields));
    }

    private static Predicate<String> measured(Pattern what) {
        return what.asMatchPredicate().and(ABOUT_LIMITS.asMatchPredicate().negate());
    }

    private static List<Integer> times(List<String> names) {
        OptionalInt both = first(names, BOTH.asMatchPredicate());
        if (both.isPresent()) {
            return List.of(both.getAsInt());
        }
        List<Integer> times = new ArrayList<>();
        first(names, DATE.asMatchPredicate()).ifPresent(times::add);
        first(names, TIME.asMatchPredicate()).ifPresent(times::add);
        return times;
    }

    private static OptionalInt first(List<String> names, Predicate<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.test(names.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
