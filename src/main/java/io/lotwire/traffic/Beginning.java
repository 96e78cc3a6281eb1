package io.lotwire.traffic;

/** Texts that begin with some letters, as {@code like} is told. */
final class Beginning {
    private Beginning() {}

    /** The pattern of those that begin with a text. */
    static String of(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
