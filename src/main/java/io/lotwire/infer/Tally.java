package io.lotwire.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what was seen, and remembers in how many transaction sets and where first. */
final class Tally {
    private static final int VALUES_KEPT = 20;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** What was counted under one key. */
    static final class Entry {
        private final String key;
        private final Sighting first;
        private final Set<String> values = new LinkedHashSet<>();
        private int times;
        private int sets;
        private int lastSet = -1;

        private Entry(String key, Sighting first) {
            this.key = key;
            this.first = first;
        }

        String key() {
            return key;
        }

        /** Of a key that is an address: what stands before the blank. */
        String qualifier() {
            return key.substring(0, key.indexOf(' '));
        }

        /** Of a key that is an address: what stands behind the blank. */
        String id() {
            return key.substring(key.indexOf(' ') + 1);
        }

        /** Where it was seen first. */
        Sighting first() {
            return first;
        }

        int times() {
            return times;
        }

        int sets() {
            return sets;
        }

        /** Its first different values. */
        List<String> values() {
            return List.copyOf(values);
        }
    }

    /**
     * Counts once more.
     *
     * @param set the number of the transaction set (or interchange) that it was seen in
     */
    void add(String key, String value, int set, Sighting seen) {
        Entry entry = entries.computeIfAbsent(key, each -> new Entry(each, seen));
        entry.times++;
        if (entry.lastSet != set) {
            entry.lastSet = set;
            entry.sets++;
        }
        if (entry.values.size() < VALUES_KEPT) {
            entry.values.add(value);
        }
    }

    /** All, the most frequent first. */
    List<Entry> entries() {
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingInt(Entry::times).reversed());
        return sorted;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All of them in a line. */
    String line(Function<Entry, String> words) {
        return entries().stream().map(words).collect(Collectors.joining(", "));
    }
}
