package io.lotwire.edi.segment;

import java.util.List;

/**
 * An element's value, as {@link Segment#value} reads it and {@code X12Writer} writes it.
 *
 * @param repetitions its repetitions, each a list of components
 */
public record Element(List<List<String>> repetitions) {
    public Element {
        repetitions = repetitions.size() == 1
                ? List.of(List.copyOf(repetitions.get(0)))
                : repetitions.stream().map(List::copyOf).toList();
    }

    /** A simple element; {@code ""} for one that is left empty. */
    public static Element of(String text) {
        return new Element(List.of(List.of(text)));
    }

    /** A composite element. */
    public static Element composite(String... components) {
        return new Element(List.of(List.of(components)));
    }

    /** A component of a repetition, both from 1; {@code ""} when it is not there. */
    public String component(int repetition, int component) {
        List<String> components = repetition <= repetitions.size() ? repetitions.get(repetition - 1) : List.of();
        return component <= components.size() ? components.get(component - 1) : "";
    }

    /** True when it has no characters but separators. */
    public boolean isEmpty() {
        for (List<String> components : repetitions) {
            for (String component : components) {
                if (!component.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
