package io.lotwire.capture;

import io.lotwire.lot.CheckDigit;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Gtin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a code that is no element string may have been: with a FNC1 or a bracket that was lost, or with the identifier that its number
 * needs. They are for people to look at; nothing is changed by them.
 */
final class CodeRepairs {
    private static final int MOST = 3;

    /** Room for the largest DataMatrix of food labels; a repair of more would be guessed. */
    private static final int LONGEST = 300;

    private static final char FNC1 = '\u001d';
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What a scanner puts before the data, whatever the bar code (GS1 General Specifications, 5.1.2). */
    private static final Pattern SYMBOLOGY = Pattern.compile("^][A-Za-z][0-9]");

    private static final int SSCC = 18;

    private CodeRepairs() {}

    /** In brackets; none when nothing is near. */
    static List<String> of(String code) {
        Set<String> repairs = new LinkedHashSet<>();
        if (code.length() <= LONGEST) {
            addNumber(code, repairs);
            char[] lost = code.indexOf('(') >= 0 || code.indexOf(')') >= 0 ? new char[] {'(', ')'} : new char[] {FNC1};
            for (char each : lost) {
                for (int at = 0; at <= code.length() && repairs.size() < MOST; at++) {
                    ElementString.parse(code.substring(0, at) + each + code.substring(at))
                            .filter(CodeRepairs::isBeyondDoubt)
                            .ifPresent(string -> repairs.add(string.inBrackets()));
                }
            }
        }
        return List.copyOf(repairs);
    }

    /** Nothing speaks against it, and all of it is what bar codes of goods hold: by chance much may be read as something. */
    private static boolean isBeyondDoubt(ElementString string) {
        return CodeFaults.of(string).isEmpty()
                && string.batchDoubt().isEmpty()
                && new GoodsOfCode(string).unused().isEmpty();
    }

    /** True for a GTIN or an SSCC without any identifier: the first digits of some look like one. */
    static boolean isNumberAlone(String code) {
        return DIGITS.matcher(code).matches()
                && (Gtin.parse(code).isPresent() || (code.length() == SSCC && CheckDigit.isGood(code)));
    }

    /** A number alone, as bar codes of retail goods hold it, or an SSCC as people copy it. */
    private static void addNumber(String code, Set<String> repairs) {
        String number = SYMBOLOGY.matcher(code).replaceFirst("").replace(" ", "");
        if (isNumberAlone(number)) {
            repairs.add(Gtin.parse(number).map(gtin -> "(01)" + gtin).orElse("(00)" + number));
        }
    }
}
