package io.lotwire.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of which a key takes one, and what each stands for. A message lists them in the order in which they were
 * given, the same in every process; a {@link Map#of} would not.
 */
public final class Choices<T> {
    private final Map<String, T> byWord;

    private Choices(Map<String, T> byWord) {
        this.byWord = byWord;
    }

    /** One word; {@link #or} adds others. */
    public static <T> Choices<T> of(String word, T meaning) {
        return new Choices<>(Map.of(word, meaning));
    }

    /** What can be meant, each by its word; several of the same word are the last of them. */
    public static <T> Choices<T> of(List<T> meanings, Function<? super T, String> word) {
        Map<String, T> byWord = new LinkedHashMap<>();
        meanings.forEach(meaning -> byWord.put(word.apply(meaning), meaning));
        return new Choices<>(byWord);
    }

    /** Constants, of which {@code WITH_00} is written {@code with-00}. */
    public static <E extends Enum<E>> Choices<E> of(E[] constants) {
        return of(
                List.of(constants),
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Words that stand for themselves. */
    public static Choices<String> ofWords(String... words) {
        return of(List.of(words), word -> word);
    }

    /** These and one more, as the last. */
    public Choices<T> or(String word, T meaning) {
        Map<String, T> more = new LinkedHashMap<>(byWord);
        more.put(word, meaning);
        return new Choices<>(more);
    }

    /** What a word stands for; empty when it is none of them. */
    Optional<T> meaning(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    /** The words, in order. */
    Set<String> words() {
        return Collections.unmodifiableSet(byWord.keySet());
    }
}
