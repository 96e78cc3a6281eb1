package io.lotwire.as2;

import java.nio.file.Path;

/**
 * One document of a received message, with its transfer encoding taken off.
 *
 * @param file where it lies in the message's folder; the name is ours
 * @param size bytes
 * @param contentType its content type with parameters as sent, such as {@code application/edi-x12}
 * @param fileName the sender's file name made harmless (no path, no control characters, 128 characters at most);
 *     {@code ""} when there is none. For people and for naming conventions, never a place to write to
 */
public record ReceivedPayload(Path file, long size, String contentType, String fileName) {}
