package io.lotwire.lot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 element string: application identifiers and their data, as in a GS1-128 bar code (GS1 General Specifications, 3.2
 * and 7.8). Data of variable length ends at a FNC1, which is transmitted as GS (hexadecimal 1D), or at the end; where the
 * identifiers stand in round brackets, it also ends at the next bracket.
 *
 * @param data the data of each application identifier, in the order of the string
 */
public record ElementString(Map<String, String> data) {
    public static final String SSCC = "00";
    public static final String GTIN = "01";
    /** GTIN of the trade items that a logistic unit contains. */
    public static final String CONTENT = "02";

    public static final String BATCH = "10";
    public static final String PRODUCED = "11";
    public static final String PACKED = "13";
    public static final String BEST_BEFORE = "15";
    public static final String EXPIRES = "17";
    /** How many trade items a logistic unit contains. */
    public static final String COUNT = "37";

    private static final char FNC1 = '\u001d';

    /** Identifiers of two digits whose data has a fixed length (table 7.8.5-2), and that length. */
    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("00", 18),
            Map.entry("01", 14),
            Map.entry("02", 14),
            Map.entry("03", 14),
            Map.entry("11", 6),
            Map.entry("12", 6),
            Map.entry("13", 6),
            Map.entry("15", 6),
            Map.entry("16", 6),
            Map.entry("17", 6),
            Map.entry("20", 2));

    private static final int LONGEST_VARIABLE = 90;

    public ElementString {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Reads an element string; empty when it is none, or holds an identifier whose length is not known. */
    public static Optional<ElementString> parse(String text) {
        String string = text.startsWith("]C1") ? text.substring(3) : text;
        Map<String, String> data = new LinkedHashMap<>();
        boolean good = string.startsWith("(") ? bracketed(string, data) : plain(string, data);
        return good && !data.isEmpty() ? Optional.of(new ElementString(data)) : Optional.empty();
    }

    private static boolean bracketed(String string, Map<String, String> data) {
        int at = 0;
        while (at < string.length()) {
            int close = string.indexOf(')', at);
            if (string.charAt(at) != '(' || close < 0) {
                return false;
            }
            String identifier = string.substring(at + 1, close);
            int end = string.indexOf('(', close);
            // A bracket may be part of the data: only one with an identifier in it ends them.
            while (end >= 0 && !string.substring(end).matches("(?s)\\([0-9]{2,4}\\).*")) {
                end = string.indexOf('(', end + 1);
            }
            String value =
                    string.substring(close + 1, end < 0 ? string.length() : end).replace(String.valueOf(FNC1), "");
            if (!take(identifier, value, data)) {
                return false;
            }
            at = end < 0 ? string.length() : end;
        }
        return true;
    }

    private static boolean plain(String string, Map<String, String> data) {
        int at = 0;
        while (at < string.length()) {
            if (string.charAt(at) == FNC1) {
                at++;
                continue;
            }
            int digits = identifierLength(string, at);
            if (digits == 0 || at + digits > string.length()) {
                return false;
            }
            String identifier = string.substring(at, at + digits);
            at += digits;
            int fixed = fixedLength(identifier);
            int fnc1 = string.indexOf(FNC1, at);
            int end = fixed > 0 ? at + fixed : fnc1 < 0 ? string.length() : fnc1;
            if (end > string.length() || !take(identifier, string.substring(at, end), data)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static boolean take(String identifier, String value, Map<String, String> data) {
        int fixed = fixedLength(identifier);
        boolean good = identifier.matches("[0-9]{2,4}")
                && !value.isEmpty()
                && (fixed > 0
                        ? value.length() == fixed && value.chars().allMatch(c -> c >= '0' && c <= '9')
                        : value.length() <= longest(identifier));
        if (good) {
            data.putIfAbsent(identifier, value);
        }
        return good;
    }

    /** How many digits the identifier at a place has; 0 when it is not known. */
    private static int identifierLength(String string, int at) {
        if (at + 2 > string.length()) {
            return 0;
        }
        String two = string.substring(at, at + 2);
        if (FIXED.containsKey(two)) {
            return 2;
        }
        return switch (two) {
            case "10", "21", "22", "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99" -> 2;
            case "23", "24", "25", "40", "41", "42", "71" -> 3;
            case "31", "32", "33", "34", "35", "36", "39", "43", "70", "72", "80", "81", "82" -> 4;
            default -> 0;
        };
    }

    /** The length of the identifier's data, 0 where it varies. */
    private static int fixedLength(String identifier) {
        Integer fixed = FIXED.get(identifier);
        if (fixed != null) {
            return fixed;
        }
        if (identifier.length() == 3 && identifier.startsWith("41")) {
            return 13;
        }
        return identifier.length() == 4 && identifier.matches("3[1-6]..") ? 6 : 0;
    }

    private static int longest(String identifier) {
        return switch (identifier) {
            case "10", "21", "22" -> 20;
            case "30", "37" -> 8;
            default -> LONGEST_VARIABLE;
        };
    }

    /** The data of an application identifier; {@code ""} when the string has none. */
    public String get(String identifier) {
        return data.getOrDefault(identifier, "");
    }

    /** The GTIN of the trade item, or of those in the logistic unit; {@code ""} when the string has none. */
    public String gtin() {
        return data.getOrDefault(GTIN, get(CONTENT));
    }

    /**
     * A date (YYMMDD; years 00 to 79 are of this century, and day 00 means the last one of the month: GS1 General
     * Specifications, 3.4); empty when there is none, or no such day.
     */
    public Optional<LocalDate> date(String identifier) {
        String text = get(identifier);
        if (!text.matches("[0-9]{6}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(0, 2));
        int day = Integer.parseInt(text.substring(4));
        try {
            YearMonth month = YearMonth.of(year + (year < 80 ? 2000 : 1900), Integer.parseInt(text.substring(2, 4)));
            return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
