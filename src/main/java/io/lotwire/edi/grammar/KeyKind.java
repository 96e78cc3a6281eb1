package io.lotwire.edi.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of GS1 key that ends in a check digit.
 *
 * @param kind which key
 * @param digits how many digits it may have, the check digit counted
 */
public record KeyKind(Kind kind, Set<Integer> digits) {
    /** The keys (GS1 General Specifications, 7.9). */
    public enum Kind {
        /** Global Trade Item Number. */
        GTIN,
        /** Serial Shipping Container Code; with 20 digits it begins with its application identifier 00. */
        SSCC,
        /** Global Location Number. */
        GLN,
        /** Universal Product Code: a GTIN of 12 digits. */
        UPC
    }

    public KeyKind {
        digits = Set.copyOf(digits);
    }

    /** The kinds of keys.txt, by qualifying element, such as {@code 235}, and code, such as {@code UP}. */
    static Map<String, Map<String, KeyKind>> read() {
        Map<String, Map<String, KeyKind>> kinds = new HashMap<>();
        for (String line : Lines.of("keys.txt")) {
            List<String> words = Lines.words(line);
            kinds.computeIfAbsent(words.get(0), qualifier -> new HashMap<>())
                    .put(words.get(1), of(words.subList(2, words.size())));
        }
        return Map.copyOf(kinds);
    }

    /** The kinds of edifact/keys.txt, by the element that holds the key, the element that qualifies it, and its code. */
    static Map<String, Map<String, Map<String, KeyKind>>> readQualified() {
        Map<String, Map<String, Map<String, KeyKind>>> kinds = new HashMap<>();
        for (String line : Lines.of("edifact/keys.txt")) {
            List<String> words = Lines.words(line);
            kinds.computeIfAbsent(words.get(2), value -> new HashMap<>())
                    .computeIfAbsent(words.get(0), qualifier -> new HashMap<>())
                    .put(words.get(1), of(words.subList(3, words.size())));
        }
        return Map.copyOf(kinds);
    }

    /** {@code sscc 18 20}. */
    private static KeyKind of(List<String> words) {
        Set<Integer> digits = words.stream().skip(1).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
        return new KeyKind(Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT)), digits);
    }
}
