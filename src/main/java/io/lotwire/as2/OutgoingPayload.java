package io.lotwire.as2;

import io.lotwire.as2.bytes.Content;
import java.util.Objects;

/**
 * A document to send.
 *
 * @param content its bytes, which stay as they are until the message is sent
 * @param contentType its content type, such as {@code application/edi-x12}
 * @param fileName the name the partner sees, {@code ""}: none
 */
public record OutgoingPayload(Content content, String contentType, String fileName) {
    public OutgoingPayload {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(fileName, "fileName");
    }
}
