package io.lotwire.lot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-8 that can be read in one way only: every value is preceded by its length in characters. */
final class Canonical {
    private static final int DECIMAL = 10;

    private byte[] bytes;
    private int length;
    private int characters;

    /**
     * An empty text.
     *
     * @param room bytes that it will probably have
     */
    Canonical(int room) {
        bytes = new byte[room];
    }

    /** Forgets all values. */
    Canonical clear() {
        length = 0;
        characters = 0;
        return this;
    }

    /** Adds a value; null counts as {@code ""}. */
    Canonical add(String value) {
        if (value == null) {
            return add("");
        }
        number(value.length());
        room(1 + value.length());
        bytes[length++] = ':';
        characters += 1 + value.length();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                beyondAscii(value.substring(i));
                return this;
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** Adds values that were made ready. */
    Canonical addAll(Canonical values) {
        room(values.length);
        System.arraycopy(values.bytes, 0, bytes, length, values.length);
        length += values.length;
        characters += values.characters;
        return this;
    }

    /** Adds what precedes another text where all of it is one value. */
    Canonical addLengthOf(Canonical whole) {
        number(whole.characters);
        room(1);
        bytes[length++] = ':';
        characters++;
        return this;
    }

    private void beyondAscii(String rest) {
        byte[] encoded = rest.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void number(int number) {
        int left = number;
        if (left >= DECIMAL) {
            number(left / DECIMAL);
            left %= DECIMAL;
        }
        room(1);
        bytes[length++] = (byte) ('0' + left);
        characters++;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** Its bytes, the first {@link #length} of them. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
