package io.lotwire.setting;

/**
 * A setting as it is in a process, for people to look at.
 *
 * @param setting what it is
 * @param value its value as it was written, masked when it is secret; empty when it has none
 * @param source where the value comes from
 */
public record SettingInForce(Setting<?> setting, String value, SettingSource source) {
    /** What is shown of a secret: that there is one. */
    static final String MASK = "********";
}
