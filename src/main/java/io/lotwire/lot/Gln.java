package io.lotwire.lot;

import java.util.Optional;

/**
 * A Global Location Number: 13 digits with a good check digit (GS1 General Specifications, 3.4, AI 414).
 *
 * @param digits exactly 13 digits
 */
public record Gln(String digits) {
    public Gln {
        if (digits.length() != 13 || !CheckDigit.isGood(digits)) {
            throw new IllegalArgumentException("not a GLN: " + digits);
        }
    }

    /** Reads a GLN; empty when it has not 13 digits or the check digit is wrong. */
    public static Optional<Gln> parse(String text) {
        return text.length() == 13 && CheckDigit.isGood(text) ? Optional.of(new Gln(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
