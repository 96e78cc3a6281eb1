package io.lotwire.mapping.goods;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers of X12 type R (X12.6, 3.5.1.2): decimals with a point where needed, perhaps negative, perhaps with an exponent; a
 * plus sign means nothing. In EDIFACT a comma may stand for the point. What the checks of {@code edi} take for a number is one
 * here.
 */
public final class Numbers {
    /** Digits that surely fit a long. */
    private static final int FITS_LONG = 18;

    /** X12 data element R has 15 digits at most; more leaves room for partners who pad. */
    private static final int MAX_LENGTH = 32;

    /** The largest exponent: more digits than type R has are no number of goods. */
    private static final int MOST_EXPONENT = 15;

    private Numbers() {}

    /** The number, empty when the value is none. */
    public static Optional<BigDecimal> decimal(Value value) {
        return decimal(withPoint(value));
    }

    /** The text, with a point for the comma where the syntax allows both. */
    public static String withPoint(Value value) {
        boolean comma = value.segment().syntax() == Syntax.EDIFACT;
        return comma ? value.text().replace(',', '.') : value.text();
    }

    /** True for text of digits alone, one at least. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The doubt about a quantity that is none. */
    public static Issue invalid(String text) {
        return new Issue(
                IssueCode.QUANTITY_INVALID,
                Severity.WARNING,
                "The quantity '" + text + "' is no number: digits, with a point where needed, are wanted.");
    }

    /** The number, empty when the text is none. */
    public static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.length() <= FITS_LONG && isDigits(text)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'E' || c == 'e') {
                if (!isExponent(text, i + 1)) {
                    return Optional.empty();
                }
                break;
            }
            if ((c < '0' || c > '9') && c != '.' && (i > 0 || (c != '-' && c != '+'))) {
                return Optional.empty();
            }
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isExponent(String text, int from) {
        int digits = text.startsWith("-", from) || text.startsWith("+", from) ? from + 1 : from;
        String exponent = text.substring(digits);
        return exponent.length() <= 2 && isDigits(exponent) && Integer.parseInt(exponent) <= MOST_EXPONENT;
    }
}
