package io.lotwire.problem;

/** How much a problem matters: a warning lets the data pass, an error does not. */
public enum Severity {
    WARNING,
    ERROR
}
