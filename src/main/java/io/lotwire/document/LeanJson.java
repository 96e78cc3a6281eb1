package io.lotwire.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes JSON without nulls, empty texts and empty objects: an object starts when its first field is written. */
final class LeanJson {
    private final JsonGenerator json;
    private final Deque<String> pending = new ArrayDeque<>();

    LeanJson(JsonGenerator json) {
        this.json = json;
    }

    /** Starts an object that is a field. */
    void begin(String name) {
        pending.addLast(name);
    }

    /** Ends the object that was begun last; leaves no trace when nothing was written into it. */
    void end() throws IOException {
        if (pending.pollLast() == null) {
            json.writeEndObject();
        }
    }

    /** Starts an object that is an item of a list, or the whole. */
    void beginItem() throws IOException {
        json.writeStartObject();
    }

    void beginList(String name) throws IOException {
        flush();
        json.writeArrayFieldStart(name);
    }

    void endList() throws IOException {
        json.writeEndArray();
    }

    /** A text field; nothing when the value is null or empty. */
    void text(String name, Object value) throws IOException {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            flush();
            json.writeStringField(name, text);
        }
    }

    void number(String name, long value) throws IOException {
        flush();
        json.writeNumberField(name, value);
    }

    /** A constant as its word: {@code PRODUCTION_CODE} is written {@code production-code}. */
    void word(String name, Enum<?> value) throws IOException {
        if (value != null) {
            text(name, wordOf(value));
        }
    }

    static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void flush() throws IOException {
        while (!pending.isEmpty()) {
            json.writeObjectFieldStart(pending.pollFirst());
        }
    }
}
