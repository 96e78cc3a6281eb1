package io.lotwire.x12;

import io.lotwire.problem.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment as received: a view on its bytes. Elements, components and repetitions are counted from 1 and become text
 * only when asked for; what is not there is {@code ""}.
 */
public final class Segment {
    private final SegmentStore store;
    private final int index;

    Segment(SegmentStore store, int index) {
        this.store = store;
        this.index = index;
    }

    /** The segment identifier, such as {@code LIN}, as sent. */
    public String id() {
        return Text.decode(store.bytes(), store.elementStart(index, 0), store.elementEnd(index, 0));
    }

    /** True when the identifier is this one. */
    public boolean is(String id) {
        int start = store.elementStart(index, 0);
        if (store.elementEnd(index, 0) - start != id.length()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (store.bytes()[start + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many elements were sent, empty ones included, the identifier not counted. */
    public int elementCount() {
        return store.elementCount(index);
    }

    /** The element's text as sent, with its component and repetition separators where it has some. */
    public String element(int element) {
        if (element < 1 || element > elementCount()) {
            return "";
        }
        return Text.decode(store.bytes(), store.elementStart(index, element), store.elementEnd(index, element));
    }

    /** True when the element is not there or has no characters. */
    public boolean isEmpty(int element) {
        return element < 1
                || element > elementCount()
                || store.elementStart(index, element) == store.elementEnd(index, element);
    }

    /** A component of the element's first repetition. */
    public String component(int element, int component) {
        List<String> components = components(repetitions(element).get(0));
        return component >= 1 && component <= components.size() ? components.get(component - 1) : "";
    }

    /** The element's repetitions in order; one, perhaps {@code ""}, when the element does not repeat. */
    public List<String> repetitions(int element) {
        return split(element(element), store.delimiters().repetition());
    }

    /** The components of an element's repetition, as {@link #repetitions} gives it. */
    public List<String> components(String repetition) {
        return split(repetition, store.delimiters().component());
    }

    /** Position in the file, from 1: the file's first ISA is 1. */
    public int number() {
        return store.firstNumber() + index;
    }

    /** Position in the transaction set, from 1: ST is 1. */
    public int position() {
        return index + 1;
    }

    /** Byte offset in the file, from 0. */
    public long offset() {
        return store.offset(index);
    }

    /** Bytes without the terminator. */
    public int length() {
        return store.end(index) - store.start(index);
    }

    /** Byte offset in the file of an element; where the segment ends when the element is not there. */
    public long elementOffset(int element) {
        int at = element <= elementCount() ? store.elementStart(index, element) : store.end(index);
        return offset() + at - store.start(index);
    }

    /** The segment as sent, without its terminator. */
    @Override
    public String toString() {
        return Text.decode(store.bytes(), store.start(index), store.end(index));
    }

    /** The delimiters of the interchange that the segment is in. */
    Delimiters delimiters() {
        return store.delimiters();
    }

    /** Where an element is, 0 for the segment itself; file and control numbers are for the caller to fill. */
    Place place(int element) {
        return new Place(
                "", "", "", "", number(), id(), element, 0, 0, element == 0 ? offset() : elementOffset(element));
    }

    private static List<String> split(String text, char separator) {
        if (separator == Delimiters.NONE || text.indexOf(separator) < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
