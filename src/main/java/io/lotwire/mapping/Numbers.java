package io.lotwire.mapping;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of X12 type R: decimals with a point where needed, perhaps negative. */
final class Numbers {
    /** X12 data element R has 15 digits at most; more leaves room for partners who pad. */
    private static final int MAX_LENGTH = 32;

    private Numbers() {}

    /** The number, empty when the text is none. */
    static Optional<BigDecimal> decimal(String text) {
        boolean digits = text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
        if (!digits) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
