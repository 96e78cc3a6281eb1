package io.lotwire.question;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import io.lotwire.problem.Spelling;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parameters of a question, read one by one; all that is wrong with them is collected. */
public final class AskedParameters {
    private static final int LONGEST_VALUE = 200;

    /** So much of what is wrong is told back. */
    private static final int SHOWN = 40;

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final Map<String, List<String>> given;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param given each with its values
     * @param once those that the question has
     * @param repeated those of it that may be there several times, beside these
     */
    public AskedParameters(Map<String, List<String>> given, Set<String> once, Set<String> repeated) {
        this.given = given;
        Set<String> known = new TreeSet<>(once);
        known.addAll(repeated);
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add("There is no parameter '" + shortened(name) + "'." + Spelling.suggestion(name, known)
                        + " There are " + String.join(", ", known) + ".");
            } else if (values.size() > 1 && once.contains(name)) {
                problems.add("'" + name + "' is there " + values.size() + " times: say it once.");
            }
        });
    }

    /** A text; one without characters counts as not said. */
    public Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /** All texts of one that may be there several times. */
    public List<String> texts(String name) {
        List<String> texts = given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (texts.stream().anyMatch(text -> text.length() > LONGEST_VALUE)) {
            wrong("'" + name + "' is longer than " + LONGEST_VALUE + " characters.");
            return List.of();
        }
        return texts;
    }

    public Optional<Gtin> gtin(String name) {
        return read(name, Gtin::parse, "a GTIN: 8, 12, 13 or 14 digits with a good check digit");
    }

    public Optional<Sscc> sscc(String name) {
        return read(name, Sscc::parse, "an SSCC: 18 digits");
    }

    public Optional<LocalDate> day(String name) {
        return read(name, text -> tried(() -> LocalDate.parse(text)), "a day, such as 2026-03-04");
    }

    public Optional<Instant> moment(String name) {
        return read(name, text -> tried(() -> Instant.parse(text)), "a moment, such as 2026-03-04T14:30:00Z");
    }

    /** A number that is more than nothing. */
    public Optional<BigDecimal> quantity(String name) {
        return read(
                name,
                text -> text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") && new BigDecimal(text).signum() > 0
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty(),
                "a number above 0, such as 12 or 0.5");
    }

    public OptionalInt number(String name, int least, int most) {
        Optional<Integer> number = read(
                name,
                text -> text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most
                        ? Optional.of(Integer.valueOf(text))
                        : Optional.empty(),
                "a number from " + least + " to " + most);
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }

    /** True or false; false where it is not said. */
    public boolean flag(String name) {
        return word(name, FLAGS, false);
    }

    /** One of some words. */
    public <T> T word(String name, Map<String, T> words, T usual) {
        return read(
                        name,
                        text -> Optional.ofNullable(words.get(text)),
                        "one of " + String.join(", ", new TreeSet<>(words.keySet())))
                .orElse(usual);
    }

    /**
     * A value that is read from its text.
     *
     * @param reading answers nothing when it is not as wanted
     * @param wanted in words: it must be this
     */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> reading, String wanted) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reading);
        if (text.isPresent() && value.isEmpty()) {
            wrong("'" + name + "' is '" + shortened(text.get()) + "', but must be " + wanted + ".");
        }
        return value;
    }

    private static <T> Optional<T> tried(Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    /** Whether a parameter says something, right or wrong. */
    public boolean has(String name) {
        return given.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isEmpty());
    }

    /** Something is wrong. */
    public void wrong(String sentence) {
        problems.add(sentence);
    }

    /** All that is wrong. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
