package io.lotwire.wire;

import java.nio.file.Path;

/**
 * A delivery ready to be sent.
 *
 * @param id its number in the outbox
 * @param partner to whom, by profile name
 * @param file its bytes
 * @param contentType their media type
 * @param fileName the name the partner sees
 * @param messageId the wire's id of the message, the same each time it is sent
 * @param format what it is, such as {@code epcis} or {@code 997}
 * @param document the set that it came from or answers, such as {@code 945}; {@code ""} when it is of no single set
 * @param answers the wire's id of the message that it acknowledges; its own id when it acknowledges none
 */
public record Outgoing(
        long id,
        String partner,
        Path file,
        String contentType,
        String fileName,
        String messageId,
        String format,
        String document,
        String answers) {}
