package io.lotwire.x12;

import java.util.List;

/**
 * An element to be written.
 *
 * @param repetitions its repetitions, each a list of components
 */
public record Element(List<List<String>> repetitions) {
    public Element {
        repetitions = repetitions.stream().map(List::copyOf).toList();
    }

    /** A simple element; {@code ""} for one that is left empty. */
    public static Element of(String text) {
        return new Element(List.of(List.of(text)));
    }

    /** A composite element. */
    public static Element composite(String... components) {
        return new Element(List.of(List.of(components)));
    }

    boolean isEmpty() {
        return repetitions.stream().allMatch(components -> components.stream().allMatch(String::isEmpty));
    }
}
