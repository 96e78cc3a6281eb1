package io.lotwire.ledger;

import io.lotwire.problem.Place;
import java.util.Objects;

/**
 * A problem as the ledger keeps it.
 *
 * @param code the problem's code
 * @param severity {@code error} or {@code warning}
 * @param place where it is, in words
 * @param message what was found and how to mend it
 * @param at the parts of its place, without the file; none are known of problems that an earlier version stored
 * @param stage what found it
 */
public record StoredProblem(
        String code, String severity, String place, String message, Place at, StoredProblem.Stage stage) {
    /** What is done with a document. */
    public enum Stage {
        /** It is read and checked. */
        READING,
        /** Lot events are made of it. */
        TRANSLATION
    }

    public StoredProblem {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(stage, "stage");
    }

    /** One of reading, of whose place only the words are known. */
    public StoredProblem(String code, String severity, String place, String message) {
        this(code, severity, place, message, Place.inFile(""), Stage.READING);
    }
}
