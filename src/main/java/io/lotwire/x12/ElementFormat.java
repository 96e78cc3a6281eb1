package io.lotwire.x12;

import io.lotwire.x12.grammar.ElementRule;
import java.util.Optional;

/** Whether a value is what its element's type takes, for reading and for writing. */
final class ElementFormat {
    private ElementFormat() {}

    /**
     * What is wrong with a value.
     *
     * @param fault the kind of fault
     * @param explanation goes on after "which": {@code is no date; send CCYYMMDD}
     */
    record Mismatch(Fault fault, String explanation) {}

    static Optional<Mismatch> fault(ElementRule rule, String value) {
        Mismatch mismatch =
                switch (rule.type()) {
                    case N ->
                        value.matches("-?\\d+")
                                ? null
                                : new Mismatch(Fault.CHARACTER_INVALID, "is no whole number; send digits only");
                    case R ->
                        value.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE]-?\\d+)?")
                                ? null
                                : new Mismatch(
                                        Fault.CHARACTER_INVALID,
                                        "is no number; send digits, with a point where one is needed");
                    case DT ->
                        Calendar.isDate(value) ? null : new Mismatch(Fault.DATE_INVALID, "is no date; send CCYYMMDD");
                    case TM ->
                        Calendar.isTime(value)
                                ? null
                                : new Mismatch(Fault.TIME_INVALID, "is no time; send HHMM or HHMMSS");
                    case AN, ID, B ->
                        value.chars().anyMatch(c -> c < ' ' || c == 0x7F)
                                ? new Mismatch(
                                        Fault.CHARACTER_INVALID,
                                        "holds a control character; send printable characters only")
                                : null;
                };
        if (mismatch == null && !rule.codes().isEmpty() && !rule.codes().contains(value)) {
            mismatch = new Mismatch(
                    Fault.CODE_INVALID, "is no code of element " + rule.reference() + "; send one of its codes");
        }
        return Optional.ofNullable(mismatch);
    }

    /** Characters of a value as its type counts them: neither sign nor decimal point of a number. */
    static int length(ElementRule rule, String value) {
        return switch (rule.type()) {
            case N, R -> (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
            case AN, ID, B, DT, TM -> value.codePointCount(0, value.length());
        };
    }
}
