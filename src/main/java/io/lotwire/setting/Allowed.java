package io.lotwire.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a setting may be.
 *
 * @param words what is allowed, with unit and bounds, such as {@code a number from 1 to 300}; ends the sentence "must be"
 * @param reading gives the value of a text, empty when the text is not allowed
 * @param <T> what a value is
 */
public record Allowed<T>(String words, Function<String, Optional<T>> reading) {
    private static final int LARGEST_PORT = 65_535;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhSMH]?)");

    /**
     * Any text.
     *
     * @param words what the text is, such as {@code a user's name}
     */
    public static Allowed<String> text(String words) {
        return new Allowed<>(words, Optional::of);
    }

    /** A text that begins so. */
    public static Allowed<String> textFrom(String beginning, String words) {
        return new Allowed<>(words, text -> Optional.of(text).filter(each -> each.startsWith(beginning)));
    }

    /** A folder. */
    public static Allowed<Path> folder() {
        return new Allowed<>("a folder", Allowed::path);
    }

    /**
     * A file.
     *
     * @param words what the file is
     */
    public static Allowed<Path> file(String words) {
        return new Allowed<>(words, Allowed::path);
    }

    /** A whole number within bounds. */
    public static Allowed<Integer> number(int least, int most) {
        return new Allowed<>("a number from " + least + " to " + most, text -> whole(text)
                .filter(number -> number >= least && number <= most));
    }

    /** A TCP port. */
    public static Allowed<Integer> port() {
        Allowed<Integer> number = number(0, LARGEST_PORT);
        return new Allowed<>(number.words() + " (0 takes a free port)", number.reading());
    }

    /** Whole seconds within bounds. */
    public static Allowed<Duration> seconds(int least, int most) {
        return new Allowed<>(
                "a number of seconds from " + least + " to " + most,
                text -> number(least, most).reading().apply(text).map(Duration::ofSeconds));
    }

    /**
     * Seconds and parts of them within bounds.
     *
     * @param words the bounds and examples
     */
    public static Allowed<Duration> partsOfSeconds(Duration least, Duration most, String words) {
        return new Allowed<>("a number of seconds " + words, text -> Optional.of(text)
                .filter(each -> SECONDS.matcher(each).matches())
                .map(each -> Duration.parse("PT" + each + "S"))
                .filter(each -> each.compareTo(least) >= 0 && each.compareTo(most) <= 0));
    }

    /** A number with its unit: seconds, minutes or hours; without one, seconds. */
    public static Allowed<Duration> span() {
        return new Allowed<>("a number and its unit, as 30S, 5M or 1H", text -> Optional.of(text)
                .map(SPAN::matcher)
                .filter(Matcher::matches)
                .map(span ->
                        Duration.parse("PT" + span.group(1) + (span.group(2).isEmpty() ? "S" : span.group(2)))));
    }

    /** Yes or no. */
    public static Allowed<Boolean> flag() {
        return new Allowed<>("true or false", text -> Optional.of(text)
                .filter(each -> each.equals("true") || each.equals("false"))
                .map(Boolean::valueOf));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
