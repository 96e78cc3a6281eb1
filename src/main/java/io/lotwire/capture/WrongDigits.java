package io.lotwire.capture;

import io.lotwire.lot.CheckDigit;
import java.util.List;

/** Says what is wrong with a number that has a check digit, and which good numbers are next to it. */
final class WrongDigits {
    /** A number of 18 digits has seldom more good neighbours; the first is that with another check digit. */
    private static final int MOST_SUGGESTED = 7;

    private WrongDigits() {}

    /**
     * The sentence.
     *
     * @param what such as {@code a GTIN}
     * @param text the number as it stands
     * @param digits how many it should have, in words
     */
    static String of(String what, String text, String digits) {
        List<String> near = text.matches("[0-9]{" + digits + "}") ? CheckDigit.nearest(text) : List.of();
        if (near.isEmpty()) {
            return "'" + Fields.shown(text) + "' is not " + what + ": " + digits
                    + " digits with a check digit are wanted.";
        }
        StringBuilder sentence = new StringBuilder("'" + text + "' is not " + what
                + ": its check digit would be " + CheckDigit.of(text.substring(0, text.length() - 1)) + ", not "
                + text.charAt(text.length() - 1) + ".");
        if (near.size() > 1) {
            sentence.append(" With two neighbours in the other order it would be right as ")
                    .append(String.join(" or ", near.subList(1, Math.min(near.size(), MOST_SUGGESTED))))
                    .append('.');
        }
        return sentence.append(" Look at the label, and send the number that stands there.")
                .toString();
    }
}
