package io.lotwire.parked;

import io.lotwire.ledger.CauseCode;
import java.util.Optional;

/**
 * Which parked things are asked for.
 *
 * @param kind of one kind alone
 * @param cause with this cause alone
 * @param partner of this partner alone
 */
public record ParkedFilter(Optional<ParkedKind> kind, Optional<CauseCode> cause, Optional<String> partner) {
    /** All. */
    public static final ParkedFilter ALL = new ParkedFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
