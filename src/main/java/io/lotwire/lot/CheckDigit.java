package io.lotwire.lot;

/** The GS1 modulo-10 check digit (GS1 General Specifications, 7.9). */
final class CheckDigit {
    private CheckDigit() {}

    /** True when the text has only digits and the last one is the check digit of those before it. */
    static boolean isGood(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            boolean weighsThree = (digits.length() - i) % 2 == 0;
            sum += weighsThree ? 3 * digit : digit;
        }
        return !digits.isEmpty() && sum % 10 == 0;
    }
}
