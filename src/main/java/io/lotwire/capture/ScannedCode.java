package io.lotwire.capture;

import io.lotwire.lot.DigitalLink;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.IssueCode;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a scanner gave: an element string as it was transmitted or as people write it, or a GS1 Digital Link. What may be
 * misread is an error with what it may have been, and never mended in silence.
 */
final class ScannedCode {
    private static final char FNC1 = '\u001d';

    private ScannedCode() {}

    /** The data of a code; empty, and told, when it is none that can be acted on. */
    static Optional<ElementString> read(Fields fields, String name) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean isLink = DigitalLink.isAddress(text);
        Optional<ElementString> code = isLink ? DigitalLink.parse(text) : ElementString.parse(text);
        if (code.isPresent() && CodeRepairs.isNumberAlone(text)) {
            fields.error(
                    name,
                    IssueCode.ELEMENT_STRING_INVALID,
                    "'" + text + "' would be read as " + code.get().inBrackets()
                            + ", but is a number with a good check digit"
                            + " itself." + may(CodeRepairs.of(text))
                            + " Send it with brackets, so that it can be told.");
            return Optional.empty();
        }
        if (code.isEmpty()) {
            fields.error(name, IssueCode.ELEMENT_STRING_INVALID, isLink ? noLink(text) : noString(text));
            return Optional.empty();
        }
        List<CodeFaults.Found> found = CodeFaults.of(code.get());
        found.forEach(each -> fields.error(name, each.code(), each.sentence()));
        boolean isGood = found.isEmpty() && isBeyondDoubt(fields, name, text, isLink, code.get());
        return isGood ? code : Optional.empty();
    }

    /** Where brackets or the path say where the lot ends, no FNC1 can have been lost behind it. */
    private static boolean isBeyondDoubt(Fields fields, String name, String text, boolean isLink, ElementString code) {
        boolean lost = code.mayHaveLostFnc1();
        boolean saysWhereItEnds = isLink || text.startsWith("(") || text.contains(code.get(ElementString.BATCH) + FNC1);
        String doubt = code.batchDoubt();
        if (doubt.isEmpty() || (lost && saysWhereItEnds)) {
            return true;
        }
        List<String> repairs = CodeRepairs.of(text);
        fields.error(
                name,
                IssueCode.ELEMENT_STRING_INVALID,
                doubt + may(repairs) + (lost ? " If the lot is so, send the code with brackets." : ""));
        return false;
    }

    private static String noLink(String text) {
        return "'" + Fields.shown(text)
                + "' is no GS1 Digital Link that can be read: its path must end in an identifier and its value, such as"
                + " /01/09506000134352/10/AB1. One in its compressed form must be sent as it is without that.";
    }

    private static String noString(String text) {
        return "'" + Fields.shown(text.replace(FNC1, '|'))
                + "' is no GS1 element string: identifiers with their data are wanted, such as (01)09506000134352(10)AB1."
                + may(CodeRepairs.of(text)) + " Scan it again, or look at the settings of the scanner.";
    }

    private static String may(List<String> repairs) {
        return repairs.isEmpty() ? "" : " It may have been " + String.join(" or ", repairs) + ".";
    }
}
