package io.lotwire.edi.segment;

import io.lotwire.problem.Place;

/**
 * An element, or a part of one.
 *
 * @param segment the segment that it is in
 * @param element its number, from 1; 0 for the segment itself
 * @param repetition which repetition, from 1; 0 where the element does not repeat
 * @param component which component, from 1; 0 for the whole element
 */
public record ElementPlace(Segment segment, int element, int repetition, int component) {
    public ElementPlace repetition(int number) {
        return new ElementPlace(segment, element, number, 0);
    }

    public ElementPlace component(int number) {
        return new ElementPlace(segment, element, repetition, number);
    }

    /** An element of the segment, or a component of the element. */
    public ElementPlace part(int number) {
        return element == 0 ? new ElementPlace(segment, number, 0, 0) : component(number);
    }

    /** The element as people write it, such as {@code REF04.2}. */
    public String name() {
        return segment.id() + (element < 10 ? "0" : "") + element + (component > 0 ? "." + component : "");
    }

    /** Its bytes in the file, without blanks at their end. */
    public ByteRange bytes() {
        return element == 0
                ? new ByteRange(segment.offset(), segment.offset() + segment.length())
                : segment.partBytes(element, repetition, component);
    }

    /** What was sent there. */
    public String text() {
        return component == 0 && repetition == 0
                ? segment.element(element)
                : segment.component(element, Math.max(repetition, 1), component);
    }

    /** File and control numbers are for the caller to fill. */
    public Place place() {
        return new Place(
                "",
                "",
                "",
                "",
                segment.number(),
                segment.id(),
                element,
                component,
                repetition,
                element == 0 ? segment.offset() : segment.partOffset(element, repetition, component));
    }
}
