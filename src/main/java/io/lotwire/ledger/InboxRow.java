package io.lotwire.ledger;

import java.time.Instant;

/**
 * A row of the inbox.
 *
 * @param id its number
 * @param partner who sent it, by profile name; {@code ""} when unknown
 * @param wire how it came
 * @param messageId see {@link Arrival#messageId}
 * @param fileName see {@link Arrival#fileName}
 * @param content its bytes in the archive
 * @param state how far it has come
 * @param reason why it was rejected or parked, else {@code ""}
 * @param receivedAt when it came in
 */
public record InboxRow(
        long id,
        String partner,
        String wire,
        String messageId,
        String fileName,
        ArchivedContent content,
        InboxState state,
        String reason,
        Instant receivedAt) {}
