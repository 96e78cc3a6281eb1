package io.lotwire.edi.bytes;

/** A number of things, as a trailer states it. */
public final class Count {
    private Count() {}

    /** The number; -1 for what is no number. */
    public static int of(String text) {
        return text.length() <= 9 && Digits.only(text) ? Integer.parseInt(text) : -1;
    }

    /** True when two control numbers are the same; where both are numbers, leading zeros mean nothing. */
    public static boolean same(String a, String b) {
        return a.equals(b) || (of(a) >= 0 && of(a) == of(b));
    }
}
