package io.lotwire.bench.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is measured, and how much of it. {@code -Dlotwire.bench.pipeline.scale=full} takes the full sizes in place of the
 * usual ones, {@code -Dlotwire.bench.pipeline.NAME=...} sets one, and {@code -Dlotwire.bench.pipeline.only=NAME,...} leaves
 * all other measures out; as {@code LOTWIRE_JAVA_OPTIONS} of {@code ./lotwire bench} does not reach the benchmark's Java,
 * {@code JDK_JAVA_OPTIONS} does.
 */
final class Sizes {
    private static final String PROPERTY = "lotwire.bench.pipeline.";
    private static final String SCALE = PROPERTY + "scale";
    private static final String ONLY = PROPERTY + "only";
    private static final int LINE = 115;

    private final Map<Size, Integer> numbers;
    /** Names of measures; all when there are none. */
    private final List<String> only;

    private Sizes(Map<Size, Integer> numbers, List<String> only) {
        this.numbers = new EnumMap<>(numbers);
        this.only = List.copyOf(only);
    }

    /** What the system properties say: else some minutes in all. */
    static Sizes asSet() {
        String scale = System.getProperty(SCALE, "usual");
        Function<Size, Integer> number =
                switch (scale) {
                    case "usual" -> Size::usual;
                    case "full" -> Size::full;
                    default ->
                        throw new IllegalArgumentException(SCALE + " is " + scale + "; it can be usual or full.");
                };
        Map<Size, Integer> numbers = new EnumMap<>(Size.class);
        for (Size size : Size.values()) {
            numbers.put(size, Integer.getInteger(PROPERTY + size.property(), number.apply(size)));
        }
        String only = System.getProperty(ONLY, "");
        return new Sizes(numbers, only.isEmpty() ? List.of() : List.of(only.split(",")));
    }

    /** These, the others being zero; all that has a size is measured. */
    static Sizes of(Map<Size, Integer> numbers) {
        return new Sizes(numbers, List.of());
    }

    int of(Size size) {
        return numbers.getOrDefault(size, 0);
    }

    /** Fails when a measure is wanted that is none of these. */
    void requireKnown(List<String> measures) {
        if (!measures.containsAll(only)) {
            throw new IllegalArgumentException(
                    ONLY + " names a measure that there is not; there are " + String.join(", ", measures) + ".");
        }
    }

    /** Whether a measure is wanted, and has none of the sizes that it needs at zero. */
    boolean want(String measure, List<Size> needs) {
        return (only.isEmpty() || only.contains(measure)) && needs.stream().allMatch(this::has);
    }

    private boolean has(Size size) {
        return of(size) > 0;
    }

    /** In words, some to a line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (Size size : Size.values()) {
            if (has(size) && (size != Size.HEAP || has(Size.HEAP_MEGABYTES))) {
                words.add(of(size) + " " + size.what());
            }
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("Sizes: " + words.get(0));
        for (String next : words.subList(1, words.size())) {
            line.append(',');
            if (line.length() + next.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(next);
        }
        lines.add(line + ".");
        return lines;
    }
}
