package io.lotwire.capture;

import java.util.Arrays;
import java.util.Optional;

/** The bytes of one value as they come; of one that is too large none are kept. */
final class EntryBytes {
    /** Some hundred times a usual lot event, and as much as a segment of an interchange may have. */
    static final int LARGEST = 1024 * 1024;

    private static final int USUAL = 4096;

    private byte[] bytes = new byte[USUAL];
    private final Nesting nesting = new Nesting();
    private long taken;
    private long upToLast;
    private int last;

    void begin() {
        nesting.reset();
        taken = 0;
        upToLast = 0;
        last = 0;
    }

    void add(int c) {
        nesting.take(c);
        if (taken < LARGEST) {
            if (taken == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            bytes[(int) taken] = (byte) c;
        }
        taken++;
        if (!CountedInput.isBlank(c)) {
            upToLast = taken;
            last = c;
        }
    }

    /** True when something was taken, and all brackets and texts in it have an end. */
    boolean isWhole() {
        return upToLast > 0 && nesting.isOutside();
    }

    /** The last byte that is no blank. */
    int last() {
        return last;
    }

    /** How many they are, without blanks at the end. */
    long length() {
        return upToLast;
    }

    /** They, without blanks at the end; empty when they are too many. */
    Optional<byte[]> toArray() {
        return upToLast > LARGEST ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, (int) upToLast));
    }
}
