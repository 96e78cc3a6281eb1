package io.lotwire.recall;

import java.util.ArrayList;
import java.util.List;

/**
 * What is recalled: lots by their codes, the lots of a supplier, or what a plant made or shipped in a stretch of time. What is not said
 * is {@code ""}.
 *
 * @param lots lot codes, to the character; none for all
 * @param gtin their product, 14 digits
 * @param supplier who assigned the lots' codes or shipped them first: a GLN, a name, or the name of a profile
 * @param plant where they were made or shipped from, likewise
 * @param from the first moment of that, by the clock there, in ISO 8601
 * @param to the first moment after it, likewise
 */
public record Scope(List<String> lots, String gtin, String supplier, String plant, String from, String to) {
    public Scope {
        lots = lots.stream().distinct().sorted().toList();
    }

    /** In words. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (!lots.isEmpty()) {
            words.add((lots.size() == 1 ? "lot " : "lots ") + String.join(", ", lots));
        }
        add(words, "GTIN ", gtin);
        add(words, "of supplier ", supplier);
        if (!plant.isEmpty()) {
            words.add("made or shipped at " + plant + " from " + from + " until before " + to);
        }
        return String.join(", ", words);
    }

    private static void add(List<String> words, String before, String value) {
        if (!value.isEmpty()) {
            words.add(before + value);
        }
    }

    /** Equal for the same scope, and for no other. */
    public String key() {
        return RecallJson.text(this);
    }
}
