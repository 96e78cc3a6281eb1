package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;

/** Which addresses a profile can hold; what files bear can be longer. */
final class Addresses {
    private static final String PRINTABLE = "[!-~]([ -~]*[!-~])?";

    /** I06 and I07 of ISA. */
    private static final int X12_LONGEST = 15;

    /** 0004 of UNB. */
    private static final int EDIFACT_LONGEST = 35;

    private Addresses() {}

    static boolean fits(Syntax syntax, Tally.Entry sender) {
        boolean isX12 = syntax == Syntax.X12;
        return sender.qualifier().matches(isX12 ? "[0-9A-Z]{2}" : "[0-9A-Z]{0,4}")
                && sender.id().length() <= (isX12 ? X12_LONGEST : EDIFACT_LONGEST)
                && sender.id().matches(PRINTABLE);
    }
}
