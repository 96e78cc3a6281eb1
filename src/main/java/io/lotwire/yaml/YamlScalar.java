package io.lotwire.yaml;

import java.util.regex.Pattern;

/**
 * A single value, with its characters as they stand in the file: {@code 004010} keeps its zeros.
 *
 * @param at the line where the value starts
 * @param text the value, variables filled in: it may hold a secret, so messages quote {@link #written}
 * @param written the value as the file says it, variables not filled in
 * @param quoted true when the file quotes it
 */
public record YamlScalar(FileLine at, String text, String written, boolean quoted) implements YamlNode {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+");

    /** True when the value is made of variables; its kind is then for the reader of the value to decide. */
    public boolean hasVariables() {
        return !text.equals(written) || Variables.areIn(written);
    }

    /** True when YAML reads it as text (YAML 1.2, core schema). */
    public boolean isText() {
        return quoted || !(isEmpty() || isFlag() || isNumber());
    }

    /** True for a plain {@code true} or {@code false}. */
    public boolean isFlag() {
        return !quoted && (written.equals("true") || written.equals("false"));
    }

    /** True for a plain number. */
    public boolean isNumber() {
        return !quoted && NUMBER.matcher(written).matches();
    }

    /** True when the key has no value: nothing, {@code null} or {@code ~}. */
    public boolean isEmpty() {
        return !quoted && (written.isEmpty() || written.equals("null") || written.equals("~"));
    }

    @Override
    public String kind() {
        return isEmpty() ? "empty" : isFlag() ? "true or false" : isNumber() ? "a number" : "a text";
    }

    /** The value as written: a secret that a variable holds is not shown. */
    @Override
    public String toString() {
        return at + " " + written;
    }
}
