package io.lotwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that is hashed (RFC 8785, JSON Canonicalization Scheme): fields by their names in UTF-16, no blanks, numbers as
 * ECMAScript writes them.
 */
final class CanonicalJson {
    /** A double has no more digits that tell. */
    private static final int MOST_DIGITS = 17;

    /** Greater and smaller numbers are written with an exponent: ECMAScript, Number::toString. */
    private static final int MOST_PLACES = 21;

    private static final int MOST_ZEROS = 6;

    private CanonicalJson() {}

    /** The bytes of a value, UTF-8. */
    static byte[] bytes(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            writeObject(value, text);
        } else if (value.isArray()) {
            writeArray(value, text);
        } else if (value.isNumber()) {
            text.append(number(value.doubleValue()));
        } else if (value.isTextual()) {
            text.append(string(value.textValue()));
        } else {
            text.append(value);
        }
    }

    private static void writeObject(JsonNode value, StringBuilder text) {
        // String.compareTo compares UTF-16 units, as section 3.2.3 wants.
        Map<String, JsonNode> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        char before = '{';
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            text.append(before).append(string(field.getKey())).append(':');
            write(field.getValue(), text);
            before = ',';
        }
        text.append(fields.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(JsonNode value, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < value.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(value.get(i), text);
        }
        text.append(']');
    }

    /** Section 3.2.2.2. */
    private static String string(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }

    /** Section 3.2.2.3: the fewest digits that are this double and no other. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /**
     * Digits with their point.
     *
     * @param point behind so many of them it stands; before them when it is not positive
     */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MOST_PLACES) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= MOST_PLACES) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        return digits.charAt(0) + (count == 1 ? "" : "." + digits.substring(1)) + exponent;
    }
}
