package io.lotwire.infer;

import java.util.List;
import java.util.stream.Collectors;

/** Texts of partners, made fit for one line of a draft. */
final class Words {
    private static final int LONGEST = 80;

    private Words() {}

    /** A partner's text must neither steer the terminal nor end a comment. */
    static String plain(Object text) {
        String line = line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** A text without line ends and the like, of any length. */
    static String line(Object text) {
        return text.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** A text as a YAML scalar in quotes. */
    static String quoted(String text) {
        return '"' + plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** {@code 1 set}, {@code 2 sets}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 3 of 4 sets}. */
    static String share(int some, int all, String noun) {
        return some + " of " + count(all, noun);
    }

    /** {@code 1 of 4 sets is}, {@code 3 of 4 sets are}. */
    static String shareIs(int some, int all, String noun) {
        return share(some, all, noun) + (some == 1 ? " is" : " are");
    }

    /** {@code 'A' 'B' 'C' ...}: the first of some values. */
    static String some(List<String> values) {
        int shown = 3;
        return values.stream()
                        .limit(shown)
                        .map(value -> "'" + plain(value) + "'")
                        .collect(Collectors.joining(" "))
                + (values.size() > shown ? " ..." : "");
    }
}
