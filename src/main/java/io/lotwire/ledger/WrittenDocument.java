package io.lotwire.ledger;

import java.util.Optional;

/**
 * A document or an acknowledgement as it will be sent.
 *
 * @param content its bytes in the archive
 * @param contentType their media type
 * @param fileName the name the partner sees, {@code ""} when the wire has none
 * @param messageId the wire's id of the message, such as AS2's Message-ID; {@code ""} when the wire has none
 * @param envelope what it is named by, where it is EDI
 */
public record WrittenDocument(
        KeptContent content, String contentType, String fileName, String messageId, Optional<SentEnvelope> envelope)
        implements WrittenContent {}
