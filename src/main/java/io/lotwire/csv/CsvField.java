package io.lotwire.csv;

import java.util.regex.Pattern;

/**
 * A field of CSV as it is written: quoted where it holds comma, quote or line break (RFC 4180), and defused where a
 * spreadsheet could take it for a formula: when it starts with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line
 * break, an apostrophe is put before it; so is it before a field that starts with an apostrophe. Whoever reads the rows takes
 * one apostrophe off each field that starts with one, and has the field to the character. Plain numbers, such as {@code -5},
 * stay as they are.
 */
public final class CsvField {
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private CsvField() {}

    /** Appends a field. */
    public static void append(String field, StringBuilder text) {
        boolean isFormula = isRisky(field) && !NEGATIVE.matcher(field).matches();
        if (isPlain(field)) {
            text.append(isFormula ? "'" : "").append(field);
        } else {
            text.append(isFormula ? "\"'" : "\"")
                    .append(field.replace("\"", "\"\""))
                    .append('"');
        }
    }

    /** What a field said before it was defused. */
    public static String undefused(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }

    private static boolean isRisky(String field) {
        return !field.isEmpty() && "=+-@\t\r\n'".indexOf(field.charAt(0)) >= 0;
    }

    private static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return true;
    }
}
