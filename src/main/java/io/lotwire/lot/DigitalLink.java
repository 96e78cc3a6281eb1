package io.lotwire.lot;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax, 1.4), such as {@code
 * https://id.example.com/01/10614141000019/10/AB1?17=261231}: the same data as in an element string, as the address of a web page. Its
 * host, and what of its path stands before the first identifier, say nothing of the goods.
 */
public final class DigitalLink {
    /** Identifiers that a path can begin with (section 4.4). */
    private static final Set<String> KEYS = Set.of(
            "00", "01", "253", "255", "401", "402", "414", "417", "8003", "8004", "8006", "8010", "8013", "8017",
            "8018");

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{2,4}");

    /** A character of a path or query that stands for itself, or {@code %} and two hexadecimal digits (RFC 3986). */
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*");

    private static final Pattern SHORT_GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,13}");

    private static final int GTIN_LENGTH = 14;

    private DigitalLink() {}

    /** True for text that is the address of a web page. */
    public static boolean isAddress(String text) {
        String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /**
     * The data of such an address; empty when it has none. A GTIN of fewer digits gets its zeros (section 4.3). A link in its
     * compressed form names no identifiers, and so has none.
     */
    public static Optional<ElementString> parse(String address) {
        String text = withoutFragment(address);
        if (!isAddress(text) || !ENCODED.matcher(text).matches()) {
            return Optional.empty();
        }
        int query = text.indexOf('?');
        String path = text.substring(text.indexOf("//") + 2, query < 0 ? text.length() : query);
        Map<String, String> data = new LinkedHashMap<>();
        boolean good = addPath(path.split("/", -1), data)
                && (query < 0 || addQuery(text.substring(query + 1).split("[&;]", -1), data));
        return good ? Optional.of(new ElementString(data)) : Optional.empty();
    }

    private static String withoutFragment(String text) {
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    /** The part that ends the path: a key and its value, then qualifiers and theirs. */
    private static boolean addPath(String[] parts, Map<String, String> data) {
        int length = parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
        for (int at = 1; at + 1 < length; at++) {
            if (KEYS.contains(parts[at]) && (length - at) % 2 == 0) {
                return addPairs(parts, at, length, data);
            }
        }
        return false;
    }

    private static boolean addPairs(String[] parts, int from, int to, Map<String, String> data) {
        for (int at = from; at < to; at += 2) {
            if (!IDENTIFIER.matcher(parts[at]).matches() || !add(parts[at], parts[at + 1], data)) {
                return false;
            }
        }
        return true;
    }

    /** Names in it that are no identifiers, such as {@code linkType}, are for the server. */
    private static boolean addQuery(String[] parameters, Map<String, String> data) {
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? "" : parameter.substring(0, equals);
            if (IDENTIFIER.matcher(name).matches() && !add(name, parameter.substring(equals + 1), data)) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(String identifier, String encoded, Map<String, String> data) {
        // A plus sign is one: RFC 3986 knows no other way to write a blank than %20.
        String decoded = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        boolean isShort = identifier.equals(ElementString.GTIN)
                && SHORT_GTIN.matcher(decoded).matches();
        String value = isShort ? "0".repeat(GTIN_LENGTH - decoded.length()) + decoded : decoded;
        boolean known = ApplicationIdentifiers.digitsAt(identifier, 0) == identifier.length();
        return known && ApplicationIdentifiers.mayBe(identifier, value) && data.putIfAbsent(identifier, value) == null;
    }
}
