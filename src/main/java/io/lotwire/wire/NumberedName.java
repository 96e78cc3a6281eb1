package io.lotwire.wire;

/** Names for files whose own name is taken. */
public final class NumberedName {
    /** The highest number that is tried. */
    public static final int HIGHEST = 999;

    private NumberedName() {}

    /**
     * The name with a number: {@code lots.csv}, {@code lots-2.csv}, {@code lots-3.csv}.
     *
     * @param path a name or path
     * @param number from 1 on; 1 leaves the name as it is
     */
    public static String of(String path, int number) {
        if (number == 1) {
            return path;
        }
        int dot = path.lastIndexOf('.');
        int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
        return path.substring(0, end) + "-" + number + path.substring(end);
    }
}
