package io.lotwire.ledger;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * A transaction set as the read step found it.
 *
 * @param place where it is
 * @param interchangeId its interchange
 * @param document its identifier, such as {@code 856} (ST01)
 * @param version its version, such as {@code 004010} (GS08)
 * @param groupControlNumber GS06 as sent
 * @param setControlNumber ST02 as sent
 * @param progress accepted or rejected; a message that is no document, heard or parked
 * @param problems what is wrong with it
 */
public record ReadSet(
        Place place,
        long interchangeId,
        String document,
        String version,
        String groupControlNumber,
        String setControlNumber,
        SetProgress progress,
        List<Problem> problems) {
    public ReadSet {
        problems = List.copyOf(problems);
    }

    /**
     * Where a transaction set is.
     *
     * @param inboxId the inbox row that it came with
     * @param ordinal its position in the file, from 1
     */
    public record Place(long inboxId, int ordinal) {}
}
