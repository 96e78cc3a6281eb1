package io.lotwire.yaml;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in a text: <code>${NAME}</code> and <code>${NAME:default}</code>. Names are upper case, digits and
 * underscores, as environment variables are; other placeholders, such as <code>${documentNumber}</code>, are left for
 * whoever knows them.
 */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^{}]*))?}");

    private Variables() {}

    static boolean areIn(String text) {
        return VARIABLE.matcher(text).find();
    }

    /**
     * Fills in the variables. A value is taken as it is: variables in it are not filled in again.
     *
     * @param values gives a variable's value, null when it is not set
     * @param unknown is told the name of each variable that has neither a value nor a default
     */
    static String fill(String text, UnaryOperator<String> values, Consumer<String> unknown) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = values.apply(match.group(1));
            if (value == null || value.isEmpty()) {
                value = match.group(2);
            }
            if (value == null) {
                unknown.accept(match.group(1));
                value = match.group();
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
