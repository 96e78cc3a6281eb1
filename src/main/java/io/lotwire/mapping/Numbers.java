package io.lotwire.mapping;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of X12 type R: decimals with a point where needed, perhaps negative; in EDIFACT a comma may stand for the point. */
final class Numbers {
    /** Digits that surely fit a long. */
    private static final int FITS_LONG = 18;

    /** X12 data element R has 15 digits at most; more leaves room for partners who pad. */
    private static final int MAX_LENGTH = 32;

    private Numbers() {}

    /** The number, empty when the value is none. */
    static Optional<BigDecimal> decimal(Value value) {
        return decimal(withPoint(value));
    }

    /** The text, with a point for the comma where the syntax allows both. */
    static String withPoint(Value value) {
        boolean comma = value.segment().syntax() == Syntax.EDIFACT;
        return comma ? value.text().replace(',', '.') : value.text();
    }

    /** The number, empty when the text is none. */
    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.length() <= FITS_LONG && Dates.isDigits(text)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
