package io.lotwire.ledger;

import java.util.List;

/**
 * A transaction set in the ledger; for the parts see {@link ReadSet}.
 *
 * @param id its number
 * @param documentNumber the business number, such as BSN02; {@code ""} before it is translated
 * @param purpose one of {@link io.lotwire.lot.Purpose}, in lower case; {@code ""} before it is translated
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
