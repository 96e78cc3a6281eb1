package io.lotwire.as2;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.mime.ContentDisposition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A MIME part in the making. Headers and body are written as they travel.
 *
 * @param headers its headers, in order
 * @param body its body
 */
record OutgoingPart(Map<String, String> headers, Writable body) implements Writable {

    /** A document, as it is. */
    static OutgoingPart of(OutgoingPayload payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", oneLine(payload.contentType()));
        headers.put("Content-Transfer-Encoding", "binary");
        ContentDisposition.attachment(payload.fileName()).ifPresent(value -> headers.put("Content-Disposition", value));
        return new OutgoingPart(headers, payload.content());
    }

    /** What CMS made of another part (RFC 5751 section 3.2). */
    static OutgoingPart pkcs7(String smimeType, String fileName, Writable cms) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/pkcs7-mime; smime-type=" + smimeType + "; name=\"" + fileName + "\"");
        headers.put("Content-Transfer-Encoding", "binary");
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        return new OutgoingPart(headers, cms);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        StringBuilder block = new StringBuilder();
        headers.forEach(
                (name, value) -> block.append(name).append(": ").append(value).append("\r\n"));
        out.write(block.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        body.writeTo(out);
    }

    private static String oneLine(String contentType) {
        if (contentType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The content type '" + contentType + "' holds a control character");
        }
        return contentType;
    }
}
