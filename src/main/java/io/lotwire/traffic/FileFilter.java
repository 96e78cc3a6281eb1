package io.lotwire.traffic;

import io.lotwire.ledger.InboxState;
import java.time.Instant;
import java.util.Optional;

/**
 * Which files are asked for.
 *
 * @param partner of this partner alone
 * @param wire over this wire alone
 * @param state that have come so far
 * @param name whose names begin so
 * @param from that came then or later
 * @param until that came before
 */
public record FileFilter(
        Optional<String> partner,
        Optional<String> wire,
        Optional<InboxState> state,
        Optional<String> name,
        Optional<Instant> from,
        Optional<Instant> until) {
    /** All. */
    public static final FileFilter ALL = new FileFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
