package io.lotwire.ledger;

import java.util.List;
import java.util.Optional;

/**
 * A transaction set in the ledger; for the parts see {@link ReadSet}.
 *
 * @param id its number
 * @param progress what became of it
 * @param problems what is wrong with it
 */
public record SetRow(
        long id,
        int ordinal,
        String document,
        String groupControlNumber,
        String setControlNumber,
        SetProgress progress,
        List<StoredProblem> problems) {
    public SetRow {
        problems = List.copyOf(problems);
    }

    /** What became of it, in one word. */
    public SetState state() {
        return progress.state();
    }

    /** The business number, such as BSN02, once a mapping has found it. */
    public Optional<String> documentNumber() {
        return progress.documentNumber();
    }
}
