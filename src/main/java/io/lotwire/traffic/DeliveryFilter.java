package io.lotwire.traffic;

import io.lotwire.ledger.DeliveryState;
import java.time.Instant;
import java.util.Optional;

/**
 * Which deliveries are asked for.
 *
 * @param partner to this partner alone
 * @param wire over this wire alone
 * @param state that have come so far
 * @param format in this format alone, such as {@code 997}
 * @param from that were made then or later
 * @param until that were made before
 */
public record DeliveryFilter(
        Optional<String> partner,
        Optional<String> wire,
        Optional<DeliveryState> state,
        Optional<String> format,
        Optional<Instant> from,
        Optional<Instant> until) {
    /** All. */
    public static final DeliveryFilter ALL = new DeliveryFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
