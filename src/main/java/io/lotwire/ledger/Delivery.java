package io.lotwire.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A delivery in the outbox; for the parts see {@link NewDelivery} and {@link WrittenDelivery}.
 *
 * @param id its number
 * @param attempts how often it was tried in vain since it was last due from the start
 * @param nextAttemptAt when it is due
 * @param lastError why the last attempt failed, or why it is parked
 * @param address where it is posted to, where that is not the partner's usual address; {@code ""} else
 * @param written its bytes and envelope, once written
 * @param confirmation what the wire confirmed, in words; {@code ""} before
 * @param confirmationFacts the same in parts, such as {@code mic}
 * @param acknowledgement what the partner's acknowledgement says, in words; {@code ""} before
 */
public record Delivery(
        long id,
        DeliveryKind kind,
        String partner,
        String subscription,
        String format,
        String wire,
        long inboxId,
        OptionalLong setId,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        String lastError,
        String address,
        Optional<WrittenDelivery> written,
        String confirmation,
        Map<String, String> confirmationFacts,
        String acknowledgement,
        Instant createdAt) {}
