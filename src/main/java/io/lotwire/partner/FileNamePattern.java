package io.lotwire.partner;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How delivered files are named: text with the placeholders <code>${document}</code> (the set that the events came
 * from, such as 945), <code>${documentNumber}</code> (its own number) and <code>${delivery}</code> (the gateway's
 * number of the delivery, never used twice).
 *
 * @param text the pattern
 */
public record FileNamePattern(String text) {
    /** The placeholders that a pattern may use. */
    public static final List<String> PLACEHOLDERS = List.of("document", "documentNumber", "delivery");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]|^\\.+");

    /** Placeholders of the pattern that mean nothing. */
    public List<String> unknownPlaceholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .toList();
    }

    /** True when the text beside the placeholders is fit for a file's name: no path, nothing hidden. */
    public boolean isSafe() {
        String plain = PLACEHOLDER.matcher(text).replaceAll("x");
        return !plain.isEmpty() && !UNSAFE.matcher(plain).find();
    }

    /**
     * The name for these values. What is not fit for a file's name in a value becomes {@code _}.
     *
     * @param delivery the delivery's number, or what stands for it as long as it has none: taken as it is
     */
    public String fill(String document, String documentNumber, String delivery) {
        Map<String, String> values =
                Map.of("document", safe(document), "documentNumber", safe(documentNumber), "delivery", delivery);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll((MatchResult match) -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    private static String safe(String value) {
        return UNSAFE.matcher(value).replaceAll("_");
    }
}
