package io.lotwire.capture;

import io.lotwire.lot.CheckDigit;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.IssueCode;
import io.lotwire.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with the data of an element string: numbers by their check digits, dates by the calendar. */
final class CodeFaults {
    private static final Set<String> GTINS = Set.of(ElementString.GTIN, ElementString.CONTENT);
    private static final String GLNS = "41";
    private static final Set<String> DATES = Set.of(
            ElementString.PRODUCED,
            "12",
            ElementString.PACKED,
            ElementString.BEST_BEFORE,
            "16",
            ElementString.EXPIRES,
            ElementString.EXPIRES_AT,
            ElementString.HARVESTED);

    private CodeFaults() {}

    /** A fault. */
    record Found(ProblemCode code, String sentence) {}

    /** Those of an element string; none when nothing speaks against it. */
    static List<Found> of(ElementString code) {
        List<Found> found = new ArrayList<>();
        code.data().forEach((identifier, value) -> {
            if (GTINS.contains(identifier)) {
                addNumber(IssueCode.GTIN_INVALID, "a GTIN", identifier, value, found);
            } else if (identifier.equals(ElementString.SSCC)) {
                addNumber(IssueCode.SSCC_INVALID, "an SSCC", identifier, value, found);
            } else if (identifier.startsWith(GLNS)) {
                addNumber(IssueCode.GLN_INVALID, "a GLN", identifier, value, found);
            } else if (DATES.contains(identifier) && code.date(identifier).isEmpty()) {
                found.add(new Found(
                        IssueCode.DATE_INVALID,
                        "(" + identifier + ") '" + value + "' is no date: it is written YYMMDD, with a month and a day"
                                + " that exist. Scan it again."));
            }
        });
        return found;
    }

    private static void addNumber(ProblemCode code, String what, String identifier, String value, List<Found> found) {
        if (!CheckDigit.isGood(value)) {
            found.add(new Found(
                    code, "(" + identifier + ") " + WrongDigits.of(what, value, String.valueOf(value.length()))));
        }
    }
}
