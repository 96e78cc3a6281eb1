package io.lotwire.edi.grammar;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a line of a {@link Guide}. */
public enum GuideFault implements ProblemCode {
    /** The line is not of the form that {@link Guide} describes. */
    GUIDE_LINE_INVALID,
    /** The line names a set, segment or element that the grammar does not have there. */
    GUIDE_PLACE_UNKNOWN,
    /** The line allows what the standard does not: a guide narrows the standard, and never widens it. */
    GUIDE_NOT_NARROWER
}
