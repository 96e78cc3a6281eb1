package io.lotwire.lot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One reading of one element string, as a scanner sends it or as people write it. */
final class ElementStringReading {
    private static final char FNC1 = '\u001d';

    /** What a scanner puts before the data: GS1-128, DataBar, DataMatrix, QR, DotCode (section 5.1.2, symbology identifiers). */
    private static final List<String> SYMBOLOGIES = List.of("]C1", "]e0", "]d2", "]Q3", "]J1");

    /**
     * What stands for FNC1 where it can be seen: a word in brackets, caret notation, the picture of GS, or a character that
     * data of identifier 10 cannot hold (figure 7.11-1, set 82) and that people take for it.
     */
    private static final Pattern STAND_IN =
            Pattern.compile("[<{\\[(](?:GS|FNC1|FNC)[>}\\])]|\\^\\]|\\\\x1[dD]|\\\\u001[dD]|\u241d|[|~^]");

    private static final Pattern BRACKETED = Pattern.compile("(?s)\\(\\d{2,4}\\).*");

    private final Map<String, String> data = new LinkedHashMap<>();

    private ElementStringReading() {}

    /** The data of each identifier; none when the text is no element string. */
    static Map<String, String> read(String text) {
        String string = text.length() > 3 && SYMBOLOGIES.contains(text.substring(0, 3)) ? text.substring(3) : text;
        Map<String, String> asItIs = new ElementStringReading().all(string);
        if (!STAND_IN.matcher(string).find()) {
            return asItIs;
        }
        Map<String, String> separated =
                new ElementStringReading().all(STAND_IN.matcher(string).replaceAll(String.valueOf(FNC1)));
        return separated.isEmpty() ? asItIs : separated;
    }

    private Map<String, String> all(String string) {
        return string.startsWith("(") ? bracketed(string) : plain(string);
    }

    private Map<String, String> bracketed(String string) {
        int at = 0;
        while (at < string.length()) {
            int close = string.indexOf(')', at);
            if (string.charAt(at) != '(' || close < 0) {
                return Map.of();
            }
            int end = nextBracket(string, close);
            String identifier = string.substring(at + 1, close);
            if (!isIdentifier(identifier) || !take(identifier, written(identifier, string.substring(close + 1, end)))) {
                return Map.of();
            }
            at = end;
        }
        return data;
    }

    /** A bracket may be part of the data: only one with an identifier in it ends them. */
    private static int nextBracket(String string, int from) {
        int end = string.indexOf('(', from);
        while (end >= 0 && !BRACKETED.matcher(string.substring(end)).matches()) {
            end = string.indexOf('(', end + 1);
        }
        return end < 0 ? string.length() : end;
    }

    private static boolean isIdentifier(String text) {
        return text.length() >= 2 && text.length() <= 4 && ApplicationIdentifiers.isDigits(text);
    }

    /** Data as written below a bar code, perhaps with FNC1 behind it: blanks between groups are for reading (section 4.14). */
    private static String written(String identifier, String text) {
        String whole = text.strip();
        return ApplicationIdentifiers.isNumeric(identifier) ? whole.replace(" ", "") : whole;
    }

    private Map<String, String> plain(String string) {
        int at = 0;
        while (at < string.length()) {
            if (string.charAt(at) == FNC1) {
                at++;
                continue;
            }
            int digits = ApplicationIdentifiers.digitsAt(string, at);
            if (digits == 0 || at + digits > string.length() || !isIdentifier(string.substring(at, at + digits))) {
                return Map.of();
            }
            String identifier = string.substring(at, at + digits);
            at += digits;
            int fixed = ApplicationIdentifiers.fixedLength(identifier);
            int fnc1 = string.indexOf(FNC1, at);
            int end = fixed > 0 ? at + fixed : fnc1 < 0 ? string.length() : fnc1;
            if (end > string.length() || !take(identifier, string.substring(at, end))) {
                return Map.of();
            }
            at = end;
        }
        return data;
    }

    /** False for data that cannot follow the identifier, or that says something else than the same one before. */
    private boolean take(String identifier, String value) {
        if (value.indexOf(FNC1) >= 0 || !ApplicationIdentifiers.mayBe(identifier, value)) {
            return false;
        }
        String before = data.putIfAbsent(identifier, value);
        return before == null || before.equals(value);
    }
}
