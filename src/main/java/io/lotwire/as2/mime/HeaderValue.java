package io.lotwire.as2.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header with parameters, such as {@code multipart/signed; micalg=sha-256; boundary="b1"} (RFC 2045 section 5.1).
 *
 * @param main what stands before the first semicolon, in lower case
 * @param parameters by their lower-case names, unquoted; {@code name*} of RFC 2231 decoded under {@code name}
 */
public record HeaderValue(String main, Map<String, String> parameters) {

    /** Reads the value of a header. */
    public static HeaderValue parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int position = endOfItem(text, 0);
        String main = text.substring(0, position).strip().toLowerCase(Locale.ROOT);
        while (position < text.length()) {
            int end = endOfItem(text, position + 1);
            String item = text.substring(position + 1, end);
            int equals = item.indexOf('=');
            if (equals > 0) {
                add(parameters, item.substring(0, equals).strip().toLowerCase(Locale.ROOT), item.substring(equals + 1));
            }
            position = end;
        }
        return new HeaderValue(main, parameters);
    }

    /** A parameter, {@code ""} when absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static void add(Map<String, String> parameters, String name, String raw) {
        String value = QuotedString.unquoted(raw);
        if (name.endsWith("*")) {
            parameters.put(name.substring(0, name.length() - 1), extended(value));
        } else {
            parameters.putIfAbsent(name, value);
        }
    }

    /** Decodes {@code UTF-8''b%C3%A9.edi} (RFC 2231 section 4). */
    private static String extended(String value) {
        int quote = value.indexOf('\'', value.indexOf('\'') + 1);
        byte[] text = value.substring(quote + 1).getBytes(StandardCharsets.ISO_8859_1);
        byte[] decoded = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            int high = i + 2 < text.length && text[i] == '%' ? Character.digit(text[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(text[i + 2], 16) : -1;
            if (low >= 0) {
                decoded[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                decoded[length++] = text[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static int endOfItem(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
