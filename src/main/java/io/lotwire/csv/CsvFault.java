package io.lotwire.csv;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with CSV. */
public enum CsvFault implements ProblemCode {
    /** A quoted field has no quote at its end, so that all that follows is in it. */
    QUOTE_UNCLOSED,
    /** A quote within a field that does not begin with one, or text behind the quote that ends a field. */
    QUOTE_MISPLACED,
    /** A field is longer than any that is meant. */
    FIELD_TOO_LONG,
    /** A row has more fields than any that is meant. */
    FIELDS_TOO_MANY,
    /** A character that is no text: NUL, or bytes that are no UTF-8. */
    CHARACTER_IMPOSSIBLE
}
