package io.lotwire.problem;

/**
 * A kind of problem. Implemented by enums only, one per package that finds problems; the constant's name is the code
 * that people and scripts see, so it never changes once published.
 */
public interface ProblemCode {
    /** The code as printed: upper case words joined by underscores, such as {@code SEGMENT_COUNT_WRONG}. */
    String name();
}
