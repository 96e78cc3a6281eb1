package io.lotwire.writing;

import io.lotwire.edi.segment.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A segment while its elements are filled in; used for one after the other. */
final class SegmentDraft {
    private static final String[] NOTHING = {};

    /** By element and component, both from 0. */
    private String[][] values = new String[32][];

    private int[] components = new int[values.length];
    private int size;

    void clear() {
        Arrays.fill(components, 0, size, 0);
        size = 0;
    }

    /** How many elements there are, empty ones between them included. */
    int size() {
        return size;
    }

    /** Sets a value, {@code ""} for none; both places are from 1. */
    void put(int element, int component, String value) {
        if (element > values.length) {
            values = Arrays.copyOf(values, 2 * element);
            components = Arrays.copyOf(components, 2 * element);
        }
        size = Math.max(size, element);
        String[] its = values[element - 1] == null ? NOTHING : values[element - 1];
        if (component > its.length) {
            its = Arrays.copyOf(its, component);
            values[element - 1] = its;
        }
        for (int i = components[element - 1]; i < component; i++) {
            its[i] = "";
        }
        components[element - 1] = Math.max(components[element - 1], component);
        its[component - 1] = value;
    }

    /** The value at a place, {@code ""} for none; both places are from 1. */
    String at(int element, int component) {
        return component <= components[element - 1] ? values[element - 1][component - 1] : "";
    }

    List<Element> elements() {
        List<Element> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(
                    components[i] <= 1
                            ? Element.of(at(i + 1, 1))
                            : new Element(List.of(List.of(Arrays.copyOf(values[i], components[i])))));
        }
        return elements;
    }

    /** The segment as text: equal for those that say the same. */
    String rendered(String id) {
        StringBuilder text = new StringBuilder(id);
        for (int i = 0; i < size; i++) {
            text.append('\n');
            for (int j = 0; j < components[i]; j++) {
                text.append(values[i][j]).append('\t');
            }
        }
        return text.toString();
    }
}
