package io.lotwire.lot;

import java.util.Optional;

/**
 * A Global Trade Item Number in its 14-digit form, with a good check digit (GS1 General Specifications, 3.3.2).
 *
 * @param digits exactly 14 digits
 */
public record Gtin(String digits) {
    private static final int LENGTH = 14;

    public Gtin {
        if (digits.length() != LENGTH || !CheckDigit.isGood(digits)) {
            throw new IllegalArgumentException("not a GTIN-14: " + digits);
        }
    }

    /** Reads a GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) or GTIN-14; empty when the length or the check digit is wrong. */
    public static Optional<Gtin> parse(String text) {
        int length = text.length();
        boolean gtinLength = length == 8 || length == 12 || length == 13 || length == LENGTH;
        if (!gtinLength || !CheckDigit.isGood(text)) {
            return Optional.empty();
        }
        return Optional.of(new Gtin(length == LENGTH ? text : "0".repeat(LENGTH - length) + text));
    }

    @Override
    public String toString() {
        return digits;
    }
}
