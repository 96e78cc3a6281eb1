package io.lotwire.edi.fault;

import io.lotwire.problem.Problem;
import java.util.Collection;

/** What became of a transaction set, group or interchange. */
public enum Verdict {
    ACCEPTED,
    /** Its data passes; the sender is told what to mend. */
    ACCEPTED_WITH_ERRORS,
    /** Some transaction sets of the group passed, others did not (X12 element 715, code P). */
    PARTLY_ACCEPTED,
    /** Its data may not pass. */
    REJECTED;

    /** The verdict that these problems lead to: an error rejects, a warning does not. */
    public static Verdict of(Collection<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            return REJECTED;
        }
        return problems.isEmpty() ? ACCEPTED : ACCEPTED_WITH_ERRORS;
    }

    /** The verdict of a code of element 715 or 717, or of TA104; M, W and X are rejections for reasons of security. */
    public static Verdict ofCode(String code) {
        return switch (code) {
            case "A" -> ACCEPTED;
            case "E" -> ACCEPTED_WITH_ERRORS;
            case "P" -> PARTLY_ACCEPTED;
            default -> REJECTED;
        };
    }

    /** Its code in elements 715 and 717 and in TA104. */
    public String code() {
        return switch (this) {
            case ACCEPTED -> "A";
            case ACCEPTED_WITH_ERRORS -> "E";
            case PARTLY_ACCEPTED -> "P";
            case REJECTED -> "R";
        };
    }
}
