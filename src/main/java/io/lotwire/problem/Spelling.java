package io.lotwire.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone meant to write. */
public final class Spelling {
    private Spelling() {}

    /** The known word nearest to the written one, when it is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int enough = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(word -> distance(written, word) <= enough)
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** " Did you mean 'x'?", or nothing. */
    public static String suggestion(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> " Did you mean '" + word + "'?")
                .orElse("");
    }

    /** Letters to insert, delete, replace or swap with their neighbour; upper and lower case count as the same. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(left, right, i, j, cost);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int i, int j, int[][] cost) {
        boolean same = sameLetter(left.charAt(i - 1), right.charAt(j - 1));
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && sameLetter(left.charAt(i - 1), right.charAt(j - 2))
                && sameLetter(left.charAt(i - 2), right.charAt(j - 1));
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean sameLetter(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }
}
