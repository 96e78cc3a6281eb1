package io.lotwire.lot;

import java.util.Optional;

/**
 * A Serial Shipping Container Code (GS1 General Specifications, 3.2, AI 00). A wrong check digit does not make the
 * pallet less real, so it is a doubt about the event, not a refusal.
 *
 * @param digits exactly 18 digits, without the application identifier
 */
public record Sscc(String digits) {
    private static final int LENGTH = 18;
    private static final String BRACKETED = "(00)";

    public Sscc {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("not an SSCC: " + digits);
        }
    }

    /**
     * Reads an SSCC with or without its application identifier 00, which may stand in brackets; blanks are for reading (GS1
     * General Specifications, 4.14). Empty when it has not 18 digits.
     */
    public static Optional<Sscc> parse(String text) {
        String whole = text.indexOf(' ') < 0 ? text : text.replace(" ", "");
        String data = whole.startsWith(BRACKETED) ? whole.substring(BRACKETED.length()) : whole;
        String digits = data.length() == LENGTH + 2 && data.startsWith("00") ? data.substring(2) : data;
        return isWellFormed(digits) ? Optional.of(new Sscc(digits)) : Optional.empty();
    }

    private static boolean isWellFormed(String digits) {
        boolean only = digits.length() == LENGTH;
        for (int i = 0; only && i < LENGTH; i++) {
            only = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        return only;
    }

    /**
     * The SSCC that begins with these digits.
     *
     * @param digits the 17 digits before the check digit
     */
    public static Sscc withCheckDigit(String digits) {
        return new Sscc(digits + CheckDigit.of(digits));
    }

    /** True when the last digit is the check digit of the others. */
    public boolean hasGoodCheckDigit() {
        return CheckDigit.isGood(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
