package io.lotwire.as2.mime;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A MIME part as byte ranges of what was received; it is never written anew, so signature and MIC see the original.
 *
 * @param headers its headers
 * @param source the bytes it lies in, with others around them
 * @param start where its headers begin
 * @param bodyStart where its body begins
 * @param end where its body ends
 */
public record MimePart(MimeHeaders headers, Content source, long start, long bodyStart, long end) {
    private static final int USUAL_HEADERS = 512;
    private static final Set<String> PLAIN = Set.of("", "binary", "7bit", "8bit");

    /** The HTTP message as a part: its headers came apart from its body. */
    public static MimePart ofHttp(MimeHeaders headers, Content body) {
        return new MimePart(headers, body, 0, 0, body.size());
    }

    /** Reads the headers of a part that is the whole of some content. */
    public static MimePart read(Content content, int headerLimit) throws IOException, RefusalException {
        return read(content, 0, content.size(), headerLimit);
    }

    /** Reads the headers of a part that begins at {@code start}. */
    public static MimePart read(Content source, long start, long end, int headerLimit)
            throws IOException, RefusalException {
        byte[] block = new byte[Math.min(USUAL_HEADERS, headerLimit + 1)];
        int length = 0;
        int lineStart = 0;
        try (InputStream in = source.slice(start, end).open()) {
            for (int read = in.read(block); read >= 0; read = in.read(block, length, block.length - length)) {
                for (int i = length; i < length + read; i++) {
                    if (block[i] == '\n') {
                        if (isEmpty(block, lineStart, i)) {
                            MimeHeaders headers = MimeHeaders.parse(new String(block, 0, i, StandardCharsets.UTF_8));
                            return new MimePart(headers, source, start, start + i + 1, end);
                        }
                        lineStart = i + 1;
                    }
                }
                length += read;
                if (length > headerLimit) {
                    throw new RefusalException(
                            Refusal.TOO_LARGE, "The headers of a MIME part are larger than " + headerLimit + " bytes");
                }
                if (length == block.length) {
                    block = Arrays.copyOf(block, Math.min(2 * length, headerLimit + 1));
                }
            }
        }
        throw new RefusalException(Refusal.MALFORMED, "A MIME part has no empty line after its headers");
    }

    private static boolean isEmpty(byte[] block, int lineStart, int lineEnd) {
        for (int i = lineStart; i < lineEnd; i++) {
            if (block[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The Content-Type with its parameters; {@code application/octet-stream} where none is stated. */
    public HeaderValue contentType() {
        String value = headers.first("Content-Type");
        return HeaderValue.parse(value.isEmpty() ? "application/octet-stream" : value);
    }

    /** Headers and body, as received, which stay where they are. */
    public Content whole() {
        return source.slice(start, end);
    }

    /** Whether the body is what it stands for: no Content-Transfer-Encoding to take off (RFC 2045 section 6). */
    public boolean plain() {
        return PLAIN.contains(encoding());
    }

    /** The body as received, which stays where it is. */
    public Content body() {
        return source.slice(bodyStart, end);
    }

    /** The body with its Content-Transfer-Encoding taken off (RFC 2045 section 6). */
    public InputStream openDecoded() throws IOException, RefusalException {
        if (plain()) {
            return body().open();
        }
        String encoding = encoding();
        return switch (encoding) {
            case "base64" ->
                bodyLength() > Content.BUFFER ? Base64.getMimeDecoder().wrap(body().open()) : unarmoured();
            case "quoted-printable" -> new QuotedPrintableInput(body().open());
            default ->
                throw new RefusalException(
                        Refusal.MALFORMED, "Content-Transfer-Encoding '" + encoding + "' is not known");
        };
    }

    /** What is small is decoded at once: Java's decoder of streams goes from byte to byte. */
    private InputStream unarmoured() throws IOException {
        try (InputStream in = body().open()) {
            return new ByteArrayInputStream(Base64.getMimeDecoder().decode(in.readAllBytes()));
        } catch (IllegalArgumentException cutOff) {
            throw new IOException(cutOff.getMessage(), cutOff);
        }
    }

    private String encoding() {
        return headers.first("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
    }

    /** How many bytes the body has, as received. */
    public long bodyLength() {
        return end - bodyStart;
    }
}
