package io.lotwire.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.lotwire.lot.Word;
import io.lotwire.problem.ProblemCode;
import io.lotwire.problem.Spelling;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Typed access to the fields of a JSON object. A wrong value is told with its path and answered with what stands for its absence, so
 * that one pass finds every problem. Fields that were asked for are the known ones: {@link #end} tells of all others. A field that
 * is null counts as absent.
 */
final class Fields {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** So much of a value stands in a problem. */
    private static final int LONGEST_SHOWN = 100;

    /** What is longer was not meant as any of our words. */
    private static final int LONGEST_WORD = 40;

    private final JsonNode object;
    private final String path;
    private final Entry entry;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonNode object, String path, Entry entry, Faults faults) {
        this.object = object;
        this.path = path;
        this.entry = entry;
        this.faults = faults;
    }

    /** The fields of an entry. */
    static Fields outermost(JsonNode object, Entry entry, Faults faults) {
        return new Fields(object, "", entry, faults);
    }

    /** The entry that they are of. */
    Entry entry() {
        return entry;
    }

    /** Tells of an error at a field; at the object itself for {@code ""}. */
    void error(String name, ProblemCode code, String sentence) {
        faults.error(entry, path(name), code, sentence);
    }

    /** Tells of what rejects nothing. */
    void warning(String name, ProblemCode code, String sentence) {
        faults.warning(entry, path(name), code, sentence);
    }

    /** True when the object has the field. */
    boolean has(String name) {
        return find(name) != null;
    }

    /** True when the field is a text. */
    boolean isText(String name) {
        JsonNode value = find(name);
        return value != null && value.isTextual();
    }

    /** A text; {@code ""} when it is absent. */
    String text(String name) {
        JsonNode value = find(name);
        return value == null ? "" : text(name, value);
    }

    /** A text that must be there. */
    String requiredText(String name) {
        require(name);
        return text(name);
    }

    /** Texts of a list; none when it is absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        each(name, (at, item) -> texts.add(text(at, item)));
        return texts;
    }

    /** A text of a certain form; {@code ""} when it is absent or otherwise. */
    String text(String name, Pattern form, String wanted) {
        String text = text(name);
        if (text.isEmpty() || form.matcher(text).matches()) {
            return text;
        }
        error(name, CaptureFault.FIELD_INVALID, "'" + shown(text) + "' must be " + wanted + ".");
        return "";
    }

    /** The constant of a word; empty when it is absent. */
    <E extends Enum<E>> Optional<E> word(Class<E> type, String name) {
        String word = text(name);
        Optional<E> constant = Word.constant(type, word);
        if (constant.isEmpty() && !word.isEmpty()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Word::of).toList();
            error(
                    name,
                    CaptureFault.WORD_UNKNOWN,
                    "'" + shown(word) + "' must be one of " + String.join(", ", words) + "." + meant(word, words));
        }
        return constant;
    }

    /** The constant of a word that must be there. */
    <E extends Enum<E>> Optional<E> requiredWord(Class<E> type, String name) {
        require(name);
        return word(type, name);
    }

    /** A decimal number, as a text or as a number; null when it is absent. */
    BigDecimal decimal(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        String text = value.isNumber() ? digits(value.decimalValue()) : text(name, value);
        if (text.isEmpty() && !value.isNumber()) {
            return null;
        }
        if (text.length() > EntryJson.MOST_DIGITS || !DECIMAL.matcher(text).matches()) {
            error(
                    name,
                    CaptureFault.FIELD_INVALID,
                    "'" + shown(value.asText()) + "' must be a number such as \"120\" or \"12.5\", of "
                            + EntryJson.MOST_DIGITS + " characters at most.");
            return null;
        }
        return new BigDecimal(text);
    }

    /** Written out unless an exponent would make it endless. */
    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) > EntryJson.MOST_DIGITS ? "" : number.toPlainString();
    }

    /** A whole number that is no less than another; only whether it is one is told. */
    void checkWhole(String name, long least) {
        JsonNode value = find(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= least)) {
            error(
                    name,
                    CaptureFault.FIELD_INVALID,
                    "It is " + kind(value) + ", but must be a whole number from " + least + " on.");
        }
    }

    /** A day, {@code 2026-12-31}; {@code ""} when it is absent. */
    String day(String name, ProblemCode code) {
        String text = text(name);
        if (text.isEmpty() || isDay(text)) {
            return text;
        }
        error(
                name,
                code,
                "'" + shown(text) + "' is no day: write it as 2026-12-31, with a month and a day that exist.");
        return "";
    }

    private static boolean isDay(String text) {
        try {
            return DAY.matcher(text).matches()
                    && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** The fields of an object; empty when it is absent. */
    Optional<Fields> object(String name) {
        JsonNode value = find(name);
        return value == null ? Optional.empty() : object(name, value);
    }

    /** The fields of each object of a list; none when it is absent. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        each(name, (at, item) -> object(at, item).ifPresent(objects::add));
        return objects;
    }

    /** Reads an object, and tells of what in it nobody asked for. */
    <T> Optional<T> read(String name, Function<Fields, T> reading) {
        return object(name).map(fields -> {
            T read = reading.apply(fields);
            fields.end();
            return read;
        });
    }

    /** The same of each object of a list. */
    void readEach(String name, Consumer<Fields> reading) {
        for (Fields each : objects(name)) {
            reading.accept(each);
            each.end();
        }
    }

    /** A field that must be there. */
    void require(String name) {
        if (find(name) == null) {
            error(name, CaptureFault.FIELD_MISSING, "It is missing: add it.");
        }
    }

    /** Tells of the fields that nobody asked for. */
    void end() {
        List<String> unused = new ArrayList<>(known);
        unused.removeIf(object::has);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                String meant = meant(name, unused);
                error(
                        shown(name),
                        CaptureFault.FIELD_UNKNOWN,
                        "There is no such field."
                                + (meant.isEmpty() ? " Known are " + String.join(", ", known) + "." : meant));
            }
        }
    }

    /** So much of a text as people read. */
    static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }

    private static String meant(String word, List<String> words) {
        return word.length() > LONGEST_WORD ? "" : Spelling.suggestion(word, words);
    }

    /** What a JSON value is, for people. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }

    private JsonNode find(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String path(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    private Optional<Fields> object(String name, JsonNode value) {
        if (value.isObject()) {
            return Optional.of(new Fields(value, path(name), entry, faults));
        }
        error(name, CaptureFault.FIELD_INVALID, "It is " + kind(value) + ", but an object in braces is wanted.");
        return Optional.empty();
    }

    private String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            error(
                    name,
                    CaptureFault.FIELD_INVALID,
                    "It is " + kind(value) + ", but a text is wanted"
                            + (value.isValueNode() ? ": put it in quotes." : "."));
            return "";
        }
        String text = value.textValue();
        if (text.isEmpty()) {
            error(name, CaptureFault.FIELD_INVALID, "It is empty: give it a value, or leave it out.");
        } else if (cannotBeKept(text)) {
            error(
                    name,
                    CaptureFault.FIELD_INVALID,
                    "It holds \\u0000, or half of a character of two (\\ud800 to \\udfff): write whole characters.");
            return "";
        }
        return text;
    }

    private static boolean cannotBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !isPair)) {
                return true;
            }
            i += isPair ? 1 : 0;
        }
        return false;
    }

    private interface Item {
        void take(String at, JsonNode item);
    }

    private void each(String name, Item taker) {
        JsonNode value = find(name);
        if (value == null) {
            return;
        }
        if (!value.isArray()) {
            error(name, CaptureFault.FIELD_INVALID, "It is " + kind(value) + ", but a list is wanted: [ ... ].");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            taker.take(name + "[" + i + "]", value.get(i));
        }
    }
}
