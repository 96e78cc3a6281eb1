package io.lotwire.setting;

/**
 * Something that can be set about an installation, declared where it is used and listed in a {@link SettingGroup}.
 *
 * @param name the environment variable
 * @param property the system property that sets it too, before the environment
 * @param meaning what it is, in a sentence
 * @param allowed what it may be
 * @param usual its value when nothing sets it, as one would write it; empty when it then has none
 * @param without what is so when it has no value, in words; empty when it always has one
 * @param secret whether nobody may be shown its value
 * @param <T> what a value is
 */
public record Setting<T>(
        String name,
        String property,
        String meaning,
        Allowed<T> allowed,
        String usual,
        String without,
        boolean secret) {

    /** One that always has a value. */
    public static <T> Setting<T> of(String name, Allowed<T> allowed, String usual, String meaning) {
        return new Setting<>(name, name, meaning, allowed, usual, "", false);
    }

    /** One that may have no value. */
    public static <T> Setting<T> optional(String name, Allowed<T> allowed, String without, String meaning) {
        return new Setting<>(name, name, meaning, allowed, "", without, false);
    }

    /** A password or the like, which may have no value. */
    public static Setting<String> secret(String name, String without, String meaning) {
        return new Setting<>(name, name, meaning, Allowed.text("a text"), "", without, true);
    }

    /** The same, set by a property of another name: that of the library whose setting it is. */
    public Setting<T> byProperty(String other) {
        return new Setting<>(name, other, meaning, allowed, usual, without, secret);
    }
}
