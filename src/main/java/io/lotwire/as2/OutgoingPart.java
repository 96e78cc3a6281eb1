package io.lotwire.as2;

import io.lotwire.as2.bytes.StoredBytes;
import io.lotwire.as2.mime.ContentDisposition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A MIME part in the making.
 *
 * @param headers its headers, in order
 * @param body the file that holds its body
 */
record OutgoingPart(Map<String, String> headers, Path body) {

    /** A document, as it is. */
    static OutgoingPart of(OutgoingPayload payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", oneLine(payload.contentType()));
        headers.put("Content-Transfer-Encoding", "binary");
        ContentDisposition.attachment(payload.fileName()).ifPresent(value -> headers.put("Content-Disposition", value));
        return new OutgoingPart(headers, payload.file());
    }

    /** What CMS made of another part (RFC 5751 section 3.2). */
    static OutgoingPart pkcs7(String smimeType, String fileName, Path file) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/pkcs7-mime; smime-type=" + smimeType + "; name=\"" + fileName + "\"");
        headers.put("Content-Transfer-Encoding", "binary");
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        return new OutgoingPart(headers, file);
    }

    /** Headers and body, as they travel. */
    InputStream openWhole() throws IOException {
        StringBuilder block = new StringBuilder();
        headers.forEach(
                (name, value) -> block.append(name).append(": ").append(value).append("\r\n"));
        byte[] bytes = block.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes),
                new BufferedInputStream(Files.newInputStream(body), StoredBytes.BUFFER));
    }

    private static String oneLine(String contentType) {
        if (contentType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The content type '" + contentType + "' holds a control character");
        }
        return contentType;
    }
}
