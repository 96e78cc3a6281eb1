package io.lotwire.as2.mime;

/** Makes a file name from outside harmless: it may be shown and matched, and names nothing but a file. */
public final class FileNames {
    private static final int MAX_LENGTH = 128;

    private FileNames() {}

    /** The last step of the name without control, separator and shell characters; {@code ""} when nothing is left. */
    public static String sanitised(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && "<>:\"|?*".indexOf(c) < 0)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .limit(MAX_LENGTH)
                .forEach(safe::appendCodePoint);
        String text = safe.toString().strip();
        return text.chars().allMatch(c -> c == '.') ? "" : text;
    }
}
