package io.lotwire.traffic;

import io.lotwire.ledger.Cause;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery, in a line.
 *
 * @param id its number
 * @param kind what it is
 * @param partner to whom, by profile name
 * @param wire how it is sent
 * @param format what it is written in, such as {@code epcis} or {@code 997}
 * @param about the document that it tells of, such as {@code 856 4711}; {@code ""} for none, or for one that is not shown
 * @param inboxId the file that caused it; 0 for none, or for one that is not shown
 * @param messageId the id under which it is sent; {@code ""} before it is written
 * @param state how far it has come
 * @param attempts how often it was tried in vain
 * @param cause why it waits
 * @param confirmation what the wire confirmed, in words; {@code ""} before
 * @param answer what the partner said of it, in words; {@code ""} for nothing yet
 * @param createdAt when it was made
 * @param changedAt since when it stands as it does
 */
public record DeliveryLine(
        long id,
        DeliveryKind kind,
        String partner,
        String wire,
        String format,
        String about,
        long inboxId,
        String messageId,
        DeliveryState state,
        int attempts,
        Optional<Cause> cause,
        String confirmation,
        String answer,
        Instant createdAt,
        Instant changedAt) {}
