package io.lotwire.mapping;

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
}
