package io.lotwire.as2;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A document to send.
 *
 * @param file its bytes
 * @param contentType its content type, such as {@code application/edi-x12}
 * @param fileName the name the partner sees, {@code ""}: none
 */
public record OutgoingPayload(Path file, String contentType, String fileName) {
    public OutgoingPayload {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(fileName, "fileName");
    }
}
