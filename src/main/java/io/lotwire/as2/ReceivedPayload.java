package io.lotwire.as2;

import io.lotwire.as2.bytes.Content;

/**
 * One document of a received message, with its transfer encoding taken off.
 *
 * @param content its bytes, until the message is discarded
 * @param contentType its content type with parameters as sent, such as {@code application/edi-x12}
 * @param fileName the sender's file name made harmless (no path, no control characters, 128 characters at most);
 *     {@code ""} when there is none. For people and for naming conventions, never a place to write to
 */
public record ReceivedPayload(Content content, String contentType, String fileName) {}
