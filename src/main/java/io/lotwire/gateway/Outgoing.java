package io.lotwire.gateway;

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
 */
public record Outgoing(long id, String partner, Path file, String contentType, String fileName, String messageId) {}
