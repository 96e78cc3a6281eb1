package io.lotwire.lot.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.Word;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes JSON without nulls, empty texts and empty objects: an object starts when its first field is written. */
public final class LeanJson {
    private final JsonGenerator json;
    private final Deque<String> pending = new ArrayDeque<>();

    /** Writes into JSON of the caller's. */
    public LeanJson(JsonGenerator json) {
        this.json = json;
    }

    /** Starts an object that is a field. */
    public void begin(String name) {
        pending.addLast(name);
    }

    /** Ends the object that was begun last; leaves no trace when nothing was written into it. */
    public void end() throws IOException {
        if (pending.pollLast() == null) {
            json.writeEndObject();
        }
    }

    /** Starts an object that is an item of a list, or the whole. */
    public void beginItem() throws IOException {
        json.writeStartObject();
    }

    /** Starts a list that is a field. */
    public void beginList(String name) throws IOException {
        flush();
        json.writeArrayFieldStart(name);
    }

    /** Ends the list that was begun last. */
    public void endList() throws IOException {
        json.writeEndArray();
    }

    /** A text field; nothing when the value is null or empty. */
    public void text(String name, Object value) throws IOException {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            flush();
            json.writeStringField(name, text);
        }
    }

    /** A list of texts; nothing when there are none. */
    public void texts(String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            beginList(name);
            for (String value : values) {
                json.writeString(value);
            }
            endList();
        }
    }

    /** A number field. */
    public void number(String name, long value) throws IOException {
        flush();
        json.writeNumberField(name, value);
    }

    /** A constant as its word: {@code PRODUCTION_CODE} is written {@code production-code}. */
    public void word(String name, Enum<?> value) throws IOException {
        if (value != null) {
            text(name, Word.of(value));
        }
    }

    /** A decimal number as text, digits without an exponent; nothing when it is null. */
    public void decimal(String name, BigDecimal value) throws IOException {
        if (value != null) {
            text(name, value.toPlainString());
        }
    }

    private void flush() throws IOException {
        while (!pending.isEmpty()) {
            json.writeObjectFieldStart(pending.pollFirst());
        }
    }
}
