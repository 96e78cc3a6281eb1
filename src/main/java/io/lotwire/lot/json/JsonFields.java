package io.lotwire.lot.json;

import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields of a JSON object, or the items of a list, as they are read; the counterpart of {@link LeanJson}. */
final class JsonFields {
    private static final int NOWHERE = -1;

    private final JsonReading reading;
    private final JsonCursor cursor;
    /** Where the object or list begins; {@link #NOWHERE} for one without fields. */
    private final int begin;

    private boolean entered;
    private boolean hasLeft;

    JsonFields(JsonReading reading, int begin) {
        this.reading = reading;
        this.cursor = reading.cursor();
        this.begin = begin;
    }

    /** A text field, {@code ""} when it is absent. */
    String text(String name) {
        return find(name) ? textHere() : "";
    }

    /** A number field, 0 when it is absent. */
    long number(String name) {
        return find(name) ? Long.parseLong(cursor.value()) : 0;
    }

    /** A text field as what it is the text of, null when it is absent. */
    <T> T key(String name, Function<String, T> read) {
        return find(name) ? read.apply(textHere()) : null;
    }

    /** The constant of a word, null when it is absent: {@code production-code} is {@code PRODUCTION_CODE}. */
    <E extends Enum<E>> E word(Class<E> type, String name) {
        if (!find(name)) {
            return null;
        }
        String word = textHere();
        return Word.constant(type, word)
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no " + name + " of a lot event"));
    }

    BigDecimal decimal(String name) {
        return key(name, BigDecimal::new);
    }

    /** An object, null when it is absent. */
    <T> T object(String name, Function<JsonFields, T> read) {
        return find(name) ? here(read) : null;
    }

    /** An object; one without fields when it is absent. */
    <T> T objectOrEmpty(String name, Function<JsonFields, T> read) {
        return find(name) ? here(read) : read.apply(new JsonFields(reading, NOWHERE));
    }

    /**
     * An object or a list, null when it is absent; the same as in the text before where that had the same at its place among those
     * that are asked for so.
     */
    @SuppressWarnings("unchecked") // Kept by this method alone, at this place.
    <T> T shared(String name, Function<JsonFields, T> read) {
        JsonReading.Part part = reading.nextPart();
        if (!find(name)) {
            return null;
        }
        if (part == null || !reading.isInOrder()) {
            return here(read);
        }
        int from = cursor.at();
        if (part.pass(cursor)) {
            return (T) part.made();
        }
        T made = here(read);
        if (reading.isInOrder()) {
            part.keep(from, cursor, made);
        }
        return made;
    }

    /** The objects of a list, none when it is absent. */
    <T> List<T> list(String name, Function<JsonFields, T> read) {
        return find(name) ? here(list -> list.items(read)) : List.of();
    }

    /** The objects of this list; none when it is no list. */
    <T> List<T> items(Function<JsonFields, T> read) {
        List<T> items = new ArrayList<>(4);
        eachItem(() -> items.add(here(read)));
        return items;
    }

    /** Each object of this list, for what is no item by itself. */
    void each(Consumer<JsonFields> read) {
        items(fields -> {
            read.accept(fields);
            return fields;
        });
    }

    /** The texts of a field that is one text or a list of them; none when it is absent. */
    List<String> texts(String name) {
        if (!find(name)) {
            return List.of();
        }
        if (cursor.peek() != '[') {
            return List.of(textHere());
        }
        return here(list -> {
            List<String> texts = new ArrayList<>(4);
            list.eachItem(() -> texts.add(textHere()));
            return texts;
        });
    }

    /** Passes over what is left of it, where it is read in one go: nothing, or not all fields came in their order. */
    void leave() {
        if (!reading.isInOrder() || begin == NOWHERE) {
            return;
        }
        if (cursor.bytes()[begin] == '{') {
            enter();
            if (cursor.next() != '}') {
                reading.isNotInOrder();
                return;
            }
            cursor.pass('}');
        } else if (!entered) {
            cursor.skip();
        }
    }

    private void eachItem(Runnable item) {
        if (begin == NOWHERE || cursor.bytes()[begin] != '[') {
            return;
        }
        enter();
        if (cursor.next() == ']') {
            cursor.pass(']');
            return;
        }
        boolean further = true;
        while (further) {
            cursor.next();
            int from = cursor.at();
            item.run();
            if (!reading.isInOrder()) {
                cursor.moveTo(from);
                cursor.skip();
            }
            further = cursor.next() == ',';
            cursor.pass(further ? ',' : ']');
        }
    }

    private void enter() {
        if (!entered) {
            entered = true;
            cursor.moveTo(begin + 1);
        }
    }

    /** Reads the value at hand. */
    private <T> T here(Function<JsonFields, T> read) {
        JsonFields fields = new JsonFields(reading, cursor.at());
        T made = read.apply(fields);
        fields.leave();
        return made;
    }

    private String textHere() {
        byte first = cursor.peek();
        if (first == '{' || first == '[') {
            cursor.skip();
            return "";
        }
        return cursor.value();
    }

    /** Goes to the value of a field; false, and nowhere, when it is absent or null. */
    private boolean find(String name) {
        if (begin == NOWHERE || cursor.bytes()[begin] != '{') {
            return false;
        }
        boolean found = reading.isInOrder() ? isNext(name) : isSomewhere(name);
        if (found && cursor.peek() == 'n') {
            cursor.skip();
            return false;
        }
        return found;
    }

    private boolean isNext(String name) {
        enter();
        int before = cursor.at();
        boolean isThere = cursor.next() == (hasLeft ? ',' : '"');
        if (isThere && hasLeft) {
            cursor.pass(',');
            isThere = cursor.next() == '"';
        }
        if (isThere && cursor.passName(name)) {
            hasLeft = true;
            return true;
        }
        cursor.moveTo(before);
        return false;
    }

    private boolean isSomewhere(String name) {
        cursor.moveTo(begin + 1);
        while (cursor.next() == '"') {
            boolean found = cursor.text().equals(name);
            cursor.pass(':');
            cursor.next();
            if (found) {
                return true;
            }
            cursor.skip();
            if (cursor.next() == ',') {
                cursor.pass(',');
            }
        }
        return false;
    }
}
