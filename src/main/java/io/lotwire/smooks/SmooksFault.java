package io.lotwire.smooks;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a file that a Smooks configuration reads, or with what the configuration says of it. */
public enum SmooksFault implements ProblemCode {
    /** The file is not as the configuration describes it. */
    RECORD_INVALID,
    /** The file, or one document in it, is larger than the limit. */
    FILE_TOO_LARGE,
    /** The configuration gives an event a field that lot events do not have. */
    FIELD_UNKNOWN,
    /** A field has a value that it cannot have. */
    FIELD_INVALID
}
