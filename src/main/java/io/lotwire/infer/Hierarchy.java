package io.lotwire.infer;

import io.lotwire.edi.tree.Loop;
import java.util.Set;
import java.util.TreeSet;

/** The shape of a set's tree of levels. */
final class Hierarchy {
    private static final String LEVEL = "HL";
    private static final int LEVEL_CODE = 3;

    private Hierarchy() {}

    /** The ways from the top to a level without others below, by HL03, such as {@code S-O-T-I}; {@code ""} without levels. */
    static String shape(Loop root) {
        Set<String> ways = new TreeSet<>();
        root.loops(LEVEL).forEach(level -> collect(level, "", ways));
        return String.join(", ", ways);
    }

    private static void collect(Loop level, String above, Set<String> ways) {
        String way = (above.isEmpty() ? "" : above + "-") + level.first().element(LEVEL_CODE);
        if (level.loops(LEVEL).isEmpty()) {
            ways.add(way);
        }
        level.loops(LEVEL).forEach(inner -> collect(inner, way, ways));
    }
}
