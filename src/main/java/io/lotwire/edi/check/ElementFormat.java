package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.ElementRule;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a value is what its element's type takes, for reading and for writing. */
public final class ElementFormat {
    /** So many codes are named in a sentence. */
    private static final int MOST_NAMED = 10;

    /** The replacement character of Unicode. */
    private static final char NO_TEXT = '\uFFFD';

    private ElementFormat() {}

    /**
     * What is wrong with a value.
     *
     * @param fault the kind of fault
     * @param explanation goes on after "which": {@code is no date; send CCYYMMDD}
     */
    public record Mismatch(Fault fault, String explanation) {}

    /** What is wrong with a value, its length aside; empty when nothing is. */
    public static Optional<Mismatch> fault(ElementRule rule, String value) {
        Mismatch mismatch =
                switch (rule.type()) {
                    case N ->
                        Digits.areWhole(value)
                                ? null
                                : new Mismatch(Fault.CHARACTER_INVALID, "is no whole number; send digits only");
                    case R ->
                        Digits.areDecimal(value)
                                ? null
                                : new Mismatch(
                                        Fault.CHARACTER_INVALID,
                                        "is no number; send digits, with a point where one is needed");
                    case ND ->
                        Digits.areDecimal(value.replace(',', '.'))
                                ? null
                                : new Mismatch(
                                        Fault.CHARACTER_INVALID,
                                        "is no number; send digits, with a decimal mark where one is needed");
                    case DT ->
                        Calendar.isDate(value) ? null : new Mismatch(Fault.DATE_INVALID, "is no date; send CCYYMMDD");
                    case TM ->
                        Calendar.isTime(value)
                                ? null
                                : new Mismatch(Fault.TIME_INVALID, "is no time; send HHMM or HHMMSS");
                    case AN, ID, B ->
                        hasControlCharacter(value)
                                ? new Mismatch(
                                        Fault.CHARACTER_INVALID,
                                        "holds a control character; send printable characters only")
                                : null;
                };
        if (mismatch == null && !rule.takes(value)) {
            mismatch = rule.isStandard(value)
                    ? new Mismatch(
                            Fault.CODE_NOT_USED, "is not used in this document; send one of its codes: " + some(rule))
                    : new Mismatch(
                            Fault.CODE_INVALID,
                            "is no code of element " + rule.reference() + "; send one of its codes");
        }
        return Optional.ofNullable(mismatch);
    }

    /** The codes that a guide leaves, as far as they are few. */
    private static String some(ElementRule rule) {
        String few = rule.codes().stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return rule.codes().size() > MOST_NAMED ? few + ", ..." : few;
    }

    /** Characters of a value as its type counts them: of a number neither its sign, its decimal point nor its E. */
    public static int length(ElementRule rule, String value) {
        return switch (rule.type()) {
            case N, R, ND -> Digits.count(value);
            case AN, ID, B, DT, TM -> value.codePointCount(0, value.length());
        };
    }

    /** True when a value has as many characters as its element takes. */
    static boolean fits(ElementRule rule, String value) {
        int length = length(rule, value);
        return rule.length().least() <= length && length <= rule.length().most();
    }

    /** Whether a value holds a control character, one of ISO 8859 included, or what stands for bytes that are no text. */
    public static boolean hasControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) || value.charAt(i) == NO_TEXT) {
                return true;
            }
        }
        return false;
    }
}
