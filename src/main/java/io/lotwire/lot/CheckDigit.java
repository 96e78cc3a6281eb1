package io.lotwire.lot;

/** The GS1 modulo-10 check digit (GS1 General Specifications, 7.9). */
final class CheckDigit {
    private CheckDigit() {}

    /** The check digit of these digits, which stand before it. */
    static int of(String digits) {
        return (10 - weighedSum(digits, digits.length() + 1) % 10) % 10;
    }

    /** True when the text has only digits and the last one is the check digit of those before it. */
    static boolean isGood(String digits) {
        boolean onlyDigits = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return onlyDigits && !digits.isEmpty() && weighedSum(digits, digits.length()) % 10 == 0;
    }

    /**
     * @param length digits of the whole number, its check digit included: they are weighed 1, 3, 1, ... from the last
     */
    private static int weighedSum(String digits, int length) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (length - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
