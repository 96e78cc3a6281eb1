package io.lotwire.lot.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads objects, text after text. A text is read in one go, as long as its fields come in the order in which they are asked for; one
 * where they do not is read again, each field looked for.
 */
final class JsonReading {
    private final JsonCursor cursor;
    /** What parts of the text before were made into; null when there is one text only. */
    private final List<Part> parts;

    private boolean inOrder;
    private int nextPart;

    private JsonReading(RecentTexts recent, List<Part> parts) {
        this.cursor = new JsonCursor(recent);
        this.parts = parts;
    }

    /** For one text. */
    static JsonReading ofOne() {
        return new JsonReading(null, null);
    }

    /** For text after text: what one has in common with the one before is the same object. */
    static JsonReading ofMany() {
        return new JsonReading(new RecentTexts(), new ArrayList<>());
    }

    /**
     * Reads an object.
     *
     * @param read asks for each of its fields, in the order in which they are written; may be called twice
     * @throws IllegalArgumentException when the text is no JSON, or no such object
     */
    <T> T object(String text, Function<JsonFields, T> read) {
        inOrder = true;
        cursor.begin(text);
        T made = outermost(read);
        if (inOrder) {
            end();
            return made;
        }
        cursor.moveTo(0);
        cursor.skip();
        end();
        cursor.moveTo(0);
        return outermost(read);
    }

    private <T> T outermost(Function<JsonFields, T> read) {
        nextPart = 0;
        if (cursor.next() != '{') {
            throw cursor.wrong("there is no object");
        }
        JsonFields fields = new JsonFields(this, cursor.at());
        T made = read.apply(fields);
        fields.leave();
        return made;
    }

    private void end() {
        if (cursor.next() != 0 || cursor.at() < cursor.bytes().length) {
            throw cursor.wrong("something stands behind the object");
        }
    }

    JsonCursor cursor() {
        return cursor;
    }

    /** True as long as no field came before one that is asked for sooner. */
    boolean isInOrder() {
        return inOrder;
    }

    void isNotInOrder() {
        inOrder = false;
    }

    /** What may be the same in text after text: the first, the second and so on that is asked for; null when there is one text only. */
    Part nextPart() {
        if (parts == null) {
            return null;
        }
        if (nextPart == parts.size()) {
            parts.add(new Part());
        }
        return parts.get(nextPart++);
    }

    /** A part of a text, and what was made of it. */
    static final class Part {
        private byte[] bytes = {};
        private int begin;
        private int end;
        private Object made;

        /** Passes over the value at hand if it is this one. */
        boolean pass(JsonCursor cursor) {
            int behind = cursor.at() + end - begin;
            boolean same = made != null
                    && behind <= cursor.bytes().length
                    && Arrays.equals(bytes, begin, end, cursor.bytes(), cursor.at(), behind);
            if (same) {
                cursor.moveTo(behind);
            }
            return same;
        }

        Object made() {
            return made;
        }

        /** Keeps what was made of the text from a place to the cursor. */
        void keep(int from, JsonCursor cursor, Object of) {
            bytes = cursor.bytes();
            begin = from;
            end = cursor.at();
            made = of;
        }
    }
}
