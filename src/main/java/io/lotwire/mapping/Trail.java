package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;

/** Is told where each value of an event was taken. Where nobody wants to know there is none, and nothing is spent on it. */
interface Trail {
    /** What is taken from now on is of the next line or level that states goods. */
    void line();

    /** What is taken from now on is of the next of its statements. */
    void statement();

    /**
     * A value was taken.
     *
     * @param field the event's field, such as {@code lot.code}
     * @param place the mapping's place
     * @param value what was found there
     */
    void took(String field, X12Path place, Value value);

    /**
     * What stands beside a value that was taken decided on it, or was told with it.
     *
     * @param component 0 for the whole element
     */
    void used(Segment segment, int element, int component);

    /** The same of a value. */
    default void used(Value value) {
        if (value != null) {
            used(value.segment(), value.element(), value.component());
        }
    }
}
