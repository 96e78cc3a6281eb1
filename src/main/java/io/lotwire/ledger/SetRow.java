package io.lotwire.ledger;

import java.util.List;

/**
 * A transaction set in the ledger; for the parts see {@link ReadSet}.
 *
 * @param id its number
 * @param problems what is wrong with it
 */
public record SetRow(
        long id,
        long inboxId,
        long interchangeId,
        int ordinal,
        String document,
        String version,
        String groupControlNumber,
        String setControlNumber,
        String documentNumber,
        String purpose,
        SetState state,
        List<StoredProblem> problems) {
    public SetRow {
        problems = List.copyOf(problems);
    }
}
