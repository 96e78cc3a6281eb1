package io.lotwire.lot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values as bytes that can be read in one way only: each is preceded by its length in characters, then comes its UTF-8. */
final class Canonical {
    private static final int FIRST = 512;
    private static final int ASCII = 0x80;
    private static final int MOST_BYTES_OF_LENGTH = 5;

    private byte[] bytes = new byte[FIRST];
    private int length;

    /** Forgets all values. */
    Canonical clear() {
        return cut(0);
    }

    /** Adds a value; null counts as {@code ""}. */
    Canonical add(String value) {
        if (value == null) {
            return add(0);
        }
        int characters = value.length();
        room(characters + MOST_BYTES_OF_LENGTH);
        add(characters);
        for (int i = 0; i < characters; i++) {
            char c = value.charAt(i);
            if (c >= ASCII) {
                return addRaw(value.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** Adds a number that is not negative: seven bits a byte, the lowest first, the highest bit where more follow. */
    Canonical add(int number) {
        room(MOST_BYTES_OF_LENGTH);
        int left = number;
        while (left >= ASCII) {
            bytes[length++] = (byte) (left | ASCII);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return this;
    }

    /** Adds a decimal number, without zeros that do not change it; null counts as {@code ""}. */
    Canonical add(BigDecimal number) {
        if (number == null) {
            return add(0);
        }
        return add(
                number.scale() == 0
                        ? number.toString()
                        : number.stripTrailingZeros().toPlainString());
    }

    /** Adds bytes as they are: the caller knows how many there always are. */
    Canonical addRaw(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
        return this;
    }

    /** Forgets what was added after it had this length. */
    Canonical cut(int to) {
        length = to;
        return this;
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
