package io.lotwire.recall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * A time as people write it: {@code 2026-03-04}, or {@code 2026-03-04T14:30}, by the clock of the plant.
     *
     * @param isEnd whether it ends the stretch; a day is part of it then
     * @return as {@link #from} and {@link #to} have it; empty when it is neither
     */
    public static Optional<String> time(String text, boolean isEnd) {
        try {
            LocalDateTime time = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).plusDays(isEnd ? 1 : 0).atStartOfDay();
            return Optional.of(time.toString());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Whether its stretch of time has no moment in it. */
    public boolean endsBeforeItBegins() {
        return !from.isEmpty() && from.compareTo(to) >= 0;
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
