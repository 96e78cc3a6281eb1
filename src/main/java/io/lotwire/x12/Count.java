package io.lotwire.x12;

/** A number of things, as a trailer states it. */
final class Count {
    private Count() {}

    /** The number; -1 for what is no number. */
    static int of(String text) {
        return text.length() <= 9 && Digits.only(text) ? Integer.parseInt(text) : -1;
    }

    /** True when two control numbers are the same; where both are numbers, leading zeros mean nothing. */
    static boolean same(String a, String b) {
        return a.equals(b) || (of(a) >= 0 && of(a) == of(b));
    }
}
