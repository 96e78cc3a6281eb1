package io.lotwire.yaml;

import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import io.lotwire.problem.Spelling;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed access to the keys of a map. A wrong value is reported and answered with what stands in for it ({@code ""},
 * the default, nothing), so that one pass finds every problem; the caller builds nothing from a file that has errors.
 * Keys that were asked for are the known ones: {@link #end} reports all others.
 */
public final class YamlFields {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> DURATION_UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private final YamlMap map;
    private final Consumer<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    public YamlFields(YamlMap map, Consumer<Problem> problems) {
        this.map = map;
        this.problems = problems;
    }

    /** The fields of a node; reports a problem and is empty when the node is no map. */
    public static Optional<YamlFields> of(YamlNode node, Consumer<Problem> problems) {
        if (node instanceof YamlMap map) {
            return Optional.of(new YamlFields(map, problems));
        }
        problems.accept(Problem.error(
                YamlFault.VALUE_KIND_WRONG,
                node.at().place(),
                "This is " + node.kind() + ", but keys with values are wanted here."));
        return Optional.empty();
    }

    /** The line of a key, or of the map when it has no such key. */
    public FileLine at(String key) {
        YamlMap.Entry entry = map.entries().get(key);
        return entry == null ? map.at() : entry.at();
    }

    /** The line where the map starts. */
    public FileLine at() {
        return map.at();
    }

    /** The keys that the map has, in the order of the file. For maps whose keys are data. */
    public Set<String> keys() {
        return map.entries().keySet();
    }

    /** True when the map has the key. */
    public boolean has(String key) {
        known.add(key);
        return map.entries().containsKey(key);
    }

    /** The value of a key, whatever it is. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return map.get(key);
    }

    /** A text that must be there and not be empty; {@code ""} when it is not. */
    public String text(String key) {
        Optional<String> text = required(key, optionalText(key));
        if (text.filter(String::isBlank).isPresent()) {
            report(YamlFault.VALUE_NOT_ALLOWED, key, "'" + key + "' is empty: give it a value.");
        }
        return text.orElse("");
    }

    /** A text, or the default. */
    public String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    /** A text. */
    public Optional<String> optionalText(String key) {
        return node(key).flatMap(node -> textOf(key, node));
    }

    /** A list of texts; empty when the key is absent. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(YamlScalar::text).toList();
    }

    /** A list of texts with their lines; empty when the key is absent. */
    public List<YamlScalar> scalars(String key) {
        return items(key).stream()
                .filter(item -> textOf(key, item).isPresent())
                .map(YamlScalar.class::cast)
                .toList();
    }

    /** {@code true} or {@code false}, or the default. */
    public boolean flag(String key, boolean otherwise) {
        return node(key)
                .flatMap(node -> {
                    boolean flag = node instanceof YamlScalar scalar
                            && (scalar.isFlag()
                                    || (scalar.hasVariables() && scalar.text().matches("true|false")));
                    return flag
                            ? Optional.of(((YamlScalar) node).text().equals("true"))
                            : wrongKind(key, node, "true or false, without quotes,");
                })
                .orElse(otherwise);
    }

    /** A whole number from least to most, or the default. */
    public int number(String key, int otherwise, int least, int most) {
        return optionalNumber(key, least, most).orElse(otherwise);
    }

    /** A whole number from least to most. */
    public Optional<Integer> optionalNumber(String key, int least, int most) {
        return node(key).flatMap(node -> {
            if (!(node instanceof YamlScalar scalar) || !(scalar.isNumber() || scalar.hasVariables())) {
                return wrongKind(key, node, "a whole number, without quotes,");
            }
            try {
                int number = Integer.parseInt(scalar.text());
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number out of its range.
            }
            report(
                    YamlFault.VALUE_NOT_ALLOWED,
                    key,
                    "'" + key + "' is " + scalar.written() + ", but must be a whole number from " + least + " to "
                            + most + ".");
            return Optional.empty();
        });
    }

    /** A duration such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h} or {@code 3d}, or the default. */
    public Duration duration(String key, Duration otherwise) {
        Optional<YamlNode> node = node(key);
        Optional<String> text = node.flatMap(each -> textOf(key, each));
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher parts = DURATION.matcher(text.get());
        if (parts.matches()) {
            return Duration.of(Long.parseLong(parts.group(1)), DURATION_UNITS.get(parts.group(2)));
        }
        report(
                YamlFault.VALUE_NOT_ALLOWED,
                key,
                "'" + key + "' is '" + ((YamlScalar) node.get()).written()
                        + "', but must be a number and its unit, as 500ms, 10s, 5m, 2h or 3d.");
        return otherwise;
    }

    /** One of several words that must be there; empty when it is absent or another. */
    public <T> Optional<T> choice(String key, Choices<T> choices) {
        return required(key, optionalChoice(key, choices));
    }

    /** One of several words. */
    public <T> Optional<T> optionalChoice(String key, Choices<T> choices) {
        return node(key).flatMap(node -> chosen(key, node, choices));
    }

    /** A list of some of several words; empty when the key is absent. */
    public <T> List<T> choices(String key, Choices<T> choices) {
        return items(key).stream()
                .flatMap(item -> chosen(key, item, choices).stream())
                .toList();
    }

    private <T> Optional<T> chosen(String key, YamlNode node, Choices<T> choices) {
        return textOf(key, node).flatMap(text -> {
            Optional<T> chosen = choices.meaning(text);
            if (chosen.isEmpty()) {
                String written = ((YamlScalar) node).written();
                report(
                        YamlFault.VALUE_NOT_ALLOWED,
                        key,
                        "'" + key + "' is '" + written + "', but must be one of " + String.join(", ", choices.words())
                                + "." + Spelling.suggestion(written, choices.words()));
            }
            return chosen;
        });
    }

    /** A map that must be there. */
    public Optional<YamlFields> map(String key) {
        return required(key, optionalMap(key));
    }

    /** A map. */
    public Optional<YamlFields> optionalMap(String key) {
        return node(key).flatMap(node -> mapOf(key, node));
    }

    /** A list of maps; empty when the key is absent. */
    public List<YamlFields> maps(String key) {
        return items(key).stream().flatMap(item -> mapOf(key, item).stream()).toList();
    }

    /** A list of any values; empty when the key is absent. */
    public List<YamlNode> items(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        return node.get() instanceof YamlList list
                ? list.items()
                : this.<List<YamlNode>>wrongKind(key, node.get(), "a list").orElse(List.of());
    }

    /** Reports an error at a key. */
    public void report(ProblemCode code, String key, String message) {
        problems.accept(Problem.error(code, at(key).place(), message));
    }

    /** Reports the keys that nobody asked for. Call it after the last key was asked for. */
    public void end() {
        List<String> unused = new ArrayList<>(known);
        unused.removeAll(map.entries().keySet());
        for (String key : map.entries().keySet()) {
            if (!known.contains(key)) {
                report(
                        YamlFault.KEY_UNKNOWN,
                        key,
                        "The key '" + key + "' means nothing here."
                                + Spelling.nearest(key, unused)
                                        .or(() -> Spelling.nearest(key, known))
                                        .map(word -> " Did you mean '" + word + "'?")
                                        .orElse(" Known keys: " + String.join(", ", known) + "."));
            }
        }
    }

    private <T> Optional<T> required(String key, Optional<T> value) {
        if (!map.entries().containsKey(key)) {
            report(YamlFault.KEY_MISSING, key, "The key '" + key + "' is missing: add it.");
        }
        return value;
    }

    /** The text of an item; empty, and reported under the key, when it is none. */
    public Optional<String> textOf(String key, YamlNode node) {
        if (node instanceof YamlScalar scalar && (scalar.isText() || scalar.hasVariables())) {
            return Optional.of(scalar.text());
        }
        boolean quotable = node instanceof YamlScalar scalar && !scalar.isEmpty();
        if (quotable) {
            String written = ((YamlScalar) node).written();
            problems.accept(Problem.error(
                    YamlFault.VALUE_KIND_WRONG,
                    node.at().place(),
                    "'" + key + "' is " + node.kind() + " to YAML, but a text is wanted: put it in quotes, \"" + written
                            + "\"."));
            return Optional.empty();
        }
        return wrongKind(key, node, "a text");
    }

    /** The fields of an item; empty, and reported under the key, when it is no map. */
    public Optional<YamlFields> mapOf(String key, YamlNode node) {
        return node instanceof YamlMap inner
                ? Optional.of(new YamlFields(inner, problems))
                : wrongKind(key, node, "a map of keys with values");
    }

    private <T> Optional<T> wrongKind(String key, YamlNode node, String wanted) {
        String found = node instanceof YamlScalar scalar && scalar.isEmpty()
                ? "'" + key + "' has no value, but "
                : "'" + key + "' is " + node.kind() + ", but ";
        problems.accept(Problem.error(YamlFault.VALUE_KIND_WRONG, node.at().place(), found + wanted + " is wanted."));
        return Optional.empty();
    }
}
