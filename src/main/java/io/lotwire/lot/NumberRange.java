package io.lotwire.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers in a row, of which the first and the last are stated: of lots, and of logistic units. */
public final class NumberRange {
    /** Digits that surely fit a long. */
    private static final int FITS_LONG = 18;

    /** The digits of an SSCC before its check digit. */
    private static final int BODY = 17;

    /** The extension digit and the longest usual company prefix: a range is of one company, so these are the same. */
    private static final int PREFIX = 11;

    private NumberRange() {}

    /**
     * All codes from one to another, which differ in a number at their ends that has as many digits in both.
     *
     * @param most how many there may be
     * @return with both ends; none where they are no ends of a row, or there are more
     */
    public static List<String> codes(String from, String to, int most) {
        int same = 0;
        while (same < Math.min(from.length(), to.length()) && from.charAt(same) == to.charAt(same)) {
            same++;
        }
        int digits = from.length() - same;
        boolean ends = from.length() == to.length()
                && digits > 0
                && digits <= FITS_LONG
                && ApplicationIdentifiers.isDigits(from.substring(same))
                && ApplicationIdentifiers.isDigits(to.substring(same));
        long first = ends ? Long.parseLong(from, same, from.length(), 10) : 0;
        long last = ends ? Long.parseLong(to, same, to.length(), 10) : 0;
        if (last <= first || last - first >= most) {
            return List.of();
        }
        List<String> codes = new ArrayList<>((int) (last - first) + 1);
        for (long number = first; number <= last; number++) {
            codes.add(from.substring(0, same) + String.format(Locale.ROOT, "%0" + digits + "d", number));
        }
        return codes;
    }

    /**
     * All SSCCs from one to another, of one company, each with its check digit.
     *
     * @param most how many there may be
     * @return with both ends; none where they are no good SSCCs, no ends of a row, or there are more
     */
    public static List<String> ssccs(Sscc from, Sscc to, int most) {
        boolean ends = from.hasGoodCheckDigit()
                && to.hasGoodCheckDigit()
                && from.digits().regionMatches(0, to.digits(), 0, PREFIX);
        return !ends
                ? List.of()
                : codes(from.digits().substring(0, BODY), to.digits().substring(0, BODY), most).stream()
                        .map(body -> Sscc.withCheckDigit(body).digits())
                        .toList();
    }
}
