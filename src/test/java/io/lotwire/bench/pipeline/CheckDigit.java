package io.lotwire.bench.pipeline;

/** The check digit of GS1 numbers (GenSpecs, 7.9.1). */
final class CheckDigit {
    private CheckDigit() {}

    /** The digits with theirs. */
    static String after(String digits) {
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - total % 10) % 10;
    }
}
