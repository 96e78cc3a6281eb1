package io.lotwire.ledger;

/**
 * A problem as the ledger keeps it.
 *
 * @param code the problem's code
 * @param severity {@code error} or {@code warning}
 * @param place where it is, in words
 * @param message what was found and how to mend it
 */
public record StoredProblem(String code, String severity, String place, String message) {}
