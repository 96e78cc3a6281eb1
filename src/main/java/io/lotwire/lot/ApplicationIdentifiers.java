package io.lotwire.lot;

import java.util.Map;

/**
 * What an application identifier says of the data that follows it: how many digits it has itself, by its first two (GS1
 * General Specifications, 7.8.5), and how long the data is.
 */
final class ApplicationIdentifiers {
    /** Data of a length that needs no FNC1 behind it, by the first two digits (table 7.8.5-2). */
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
            Map.entry("20", 2),
            Map.entry("31", 6),
            Map.entry("32", 6),
            Map.entry("33", 6),
            Map.entry("34", 6),
            Map.entry("35", 6),
            Map.entry("36", 6),
            Map.entry("41", 13));

    /** The longest data of those identifiers that are met beside lots (section 3.2); of others the longest of all. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("10", 20),
            Map.entry("21", 20),
            Map.entry("22", 20),
            Map.entry("235", 28),
            Map.entry("240", 30),
            Map.entry("241", 30),
            Map.entry("242", 6),
            Map.entry("243", 20),
            Map.entry("250", 30),
            Map.entry("251", 30),
            Map.entry("253", 30),
            Map.entry("254", 20),
            Map.entry("30", 8),
            Map.entry("37", 8),
            Map.entry("400", 30),
            Map.entry("401", 30),
            Map.entry("402", 17),
            Map.entry("403", 30),
            Map.entry("420", 20),
            Map.entry("421", 12),
            Map.entry("422", 3),
            Map.entry("423", 15),
            Map.entry("424", 3),
            Map.entry("425", 15),
            Map.entry("426", 3),
            Map.entry("427", 3),
            Map.entry("7003", 10),
            Map.entry("7004", 4),
            Map.entry("7005", 12),
            Map.entry("7006", 6),
            Map.entry("7007", 12),
            Map.entry("90", 30));

    private static final int LONGEST_OF_ALL = 90;

    private ApplicationIdentifiers() {}

    /** How many digits the identifier has that begins at a place of a text; 0 when none does. */
    static int digitsAt(String text, int at) {
        if (at + 2 > text.length()) {
            return 0;
        }
        return switch (text.substring(at, at + 2)) {
            case "00", "01", "02", "03", "10", "11", "12", "13", "15", "16", "17", "20", "21", "22" -> 2;
            case "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99" -> 2;
            case "23", "24", "25", "40", "41", "42", "71" -> 3;
            case "31", "32", "33", "34", "35", "36", "39", "43", "70", "72", "80", "81", "82" -> 4;
            default -> 0;
        };
    }

    /** The length of an identifier's data; 0 where it varies. */
    static int fixedLength(String identifier) {
        return FIXED.getOrDefault(identifier.substring(0, 2), 0);
    }

    /** Whether data may follow an identifier. */
    static boolean mayBe(String identifier, String data) {
        int fixed = fixedLength(identifier);
        return fixed > 0
                ? data.length() == fixed && isDigits(data)
                : !data.isEmpty() && data.length() <= LONGEST.getOrDefault(identifier, LONGEST_OF_ALL);
    }

    /** True for the identifiers whose data is digits alone: blanks in it are for reading. */
    static boolean isNumeric(String identifier) {
        return fixedLength(identifier) > 0
                || switch (identifier) {
                    case "30", "37", "7003", "7006", "7007" -> true;
                    default -> false;
                };
    }

    /** True for text of digits alone. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
