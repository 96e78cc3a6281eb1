package io.lotwire.lot;

import java.util.ArrayList;
import java.util.List;

/** The GS1 modulo-10 check digit (GS1 General Specifications, 7.9). */
public final class CheckDigit {
    private CheckDigit() {}

    /** The check digit of these digits, which stand before it. */
    public static int of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 1 : 3;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    /** True when the text has only digits and the last one is the check digit of those before it. */
    public static boolean isGood(String digits) {
        int sum = 0;
        int weight = 1;
        for (int at = digits.length() - 1; at >= 0; at--) {
            int digit = digits.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += weight * digit;
            weight = 4 - weight;
        }
        return !digits.isEmpty() && sum % 10 == 0;
    }

    /**
     * What a number with a wrong check digit may have been: with another check digit, or with two neighbours in the other order,
     * which is what people mistype most. Each of them is good; none where the text is good itself, or has other than digits.
     */
    public static List<String> nearest(String digits) {
        if (digits.length() < 2 || !ApplicationIdentifiers.isDigits(digits) || isGood(digits)) {
            return List.of();
        }
        String body = digits.substring(0, digits.length() - 1);
        List<String> near = new ArrayList<>();
        near.add(body + of(body));
        for (int at = 1; at < digits.length(); at++) {
            String swapped =
                    digits.substring(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.substring(at + 1);
            if (isGood(swapped) && !near.contains(swapped)) {
                near.add(swapped);
            }
        }
        return near;
    }

    /** The same of ASCII text from one place in some bytes to before another. */
    public static boolean isGood(byte[] text, int from, int to) {
        int sum = 0;
        int weight = 1;
        for (int at = to - 1; at >= from; at--) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
            sum += weight * (text[at] - '0');
            weight = 4 - weight;
        }
        return to > from && sum % 10 == 0;
    }
}
