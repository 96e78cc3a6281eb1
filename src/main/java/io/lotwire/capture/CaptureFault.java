package io.lotwire.capture;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a file of lot events or scans, beside what can be doubtful about any event. */
public enum CaptureFault implements ProblemCode {
    /** It is no JSON in UTF-8, or no lines, list or object of it. */
    JSON_INVALID,
    /** A line, or an object of a list, is longer than the limit. */
    ENTRY_TOO_LARGE,
    /** Values stand in one another deeper than the limit. */
    NESTED_TOO_DEEP,
    /** A field that is not known here. */
    FIELD_UNKNOWN,
    /** A field that must be there, alone or beside another. */
    FIELD_MISSING,
    /** A field has a value of the wrong kind or form. */
    FIELD_INVALID,
    /** A word that a field cannot have. */
    WORD_UNKNOWN,
    /** The same id stands at two statements that are not the same. */
    ID_USED_TWICE,
    /** Something is kept with the file that lot events have no place for. */
    NOT_TOLD
}
