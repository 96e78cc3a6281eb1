package io.lotwire.document;

import java.util.regex.Pattern;

/**
 * A field of a CSV file (RFC 4180): with comma, quote or line break in it, it is quoted.
 *
 * <p>A field that a spreadsheet could take for a formula is defused: when it starts with {@code =}, {@code +}, {@code
 * -}, {@code @}, a tab or a line break, an apostrophe is put before it; so is it before a field that starts with an
 * apostrophe. Whoever reads the rows takes one apostrophe off each field that starts with one, and has the lot code to
 * the character. Plain numbers, such as {@code -5}, stay as they are.
 */
public final class CsvField {
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private CsvField() {}

    /** Appends a field, without what divides it from the next. */
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
