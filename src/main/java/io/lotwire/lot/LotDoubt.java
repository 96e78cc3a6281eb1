package io.lotwire.lot;

import io.lotwire.problem.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is doubtful about a lot code by itself: it is the number of something else, or a code that says what a number is.
 * Such a code mostly stands in the wrong place, and the lot that was meant in another.
 */
public final class LotDoubt {
    /** Codes that say what a product number is (X12 element 235), by which numbers of products and lots are told apart. */
    private static final Set<String> QUALIFIERS = Set.of(
            "UP", "UK", "UA", "UI", "UN", "UD", "EN", "EO", "VN", "VP", "VC", "IN", "IT", "LT", "BP", "CB", "SK", "SN",
            "ND", "N4", "MG", "PI", "ZZ");

    private static final int QUALIFIER = 2;

    private static final int DATE = 8;

    private LotDoubt() {}

    /** The doubt about a lot code; empty when there is none. */
    public static Optional<Issue> of(String code) {
        if (code.length() == QUALIFIER && QUALIFIERS.contains(code)) {
            return Optional.of(doubt(code, "a code that says what a product number is"));
        }
        if (Gtin.parse(code).isPresent() && !isDay(code)) {
            return Optional.of(doubt(code, "a GTIN with a good check digit"));
        }
        return Sscc.parse(code)
                .filter(Sscc::hasGoodCheckDigit)
                .map(sscc -> doubt(code, "an SSCC with a good check digit"));
    }

    private static Issue doubt(String code, String what) {
        return new Issue(
                IssueCode.LOT_DOUBTFUL,
                Severity.WARNING,
                "The lot '" + code + "' is " + what
                        + ", and so may stand in the wrong place: ask the sender which lot is meant.");
    }

    /** True for eight digits that are a day, by which many lots are named: CCYYMMDD, DDMMCCYY or MMDDCCYY. */
    private static boolean isDay(String digits) {
        return digits.length() == DATE && (isDay(digits, 0, 4, 6) || isDay(digits, 4, 2, 0) || isDay(digits, 4, 0, 2));
    }

    private static boolean isDay(String digits, int year, int month, int day) {
        int inYear = Integer.parseInt(digits, year, year + 4, 10);
        try {
            LocalDate.of(
                    inYear, Integer.parseInt(digits, month, month + 2, 10), Integer.parseInt(digits, day, day + 2, 10));
            return inYear >= 1900 && inYear < 2100;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
