package io.lotwire.lot;

import io.lotwire.problem.Severity;

/** A doubt about an event, carried with it: what kind, how much it matters, and one sentence that says what to mend. */
public record Issue(IssueCode code, Severity severity, String message) {}
