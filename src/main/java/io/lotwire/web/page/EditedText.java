package io.lotwire.web.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes as a text that is edited in a browser, and the way back: what nobody edits comes back as the same bytes.
 *
 * @param text the text, with line feeds as line ends
 * @param charset how its characters are bytes
 * @param lineEnd how its lines end
 */
record EditedText(String text, Charset charset, String lineEnd) {
    /** So many bytes are edited in a browser. */
    static final int MOST = 1024 * 1024;

    private static final String CRLF = "\r\n";
    private static final String LF = "\n";

    /** Those of bytes; empty where they would not come back the same. */
    static Optional<EditedText> of(byte[] bytes) {
        if (bytes.length > MOST) {
            return Optional.empty();
        }
        Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(bytes, charset);
        String lineEnd = text.contains(CRLF) ? CRLF : LF;
        EditedText edited = new EditedText(text.replace(CRLF, LF), charset, lineEnd);
        boolean same = text.indexOf('\0') < 0
                // Alone, a browser would make a line end of it.
                && edited.text.indexOf('\r') < 0
                && Arrays.equals(edited.bytes(edited.text), bytes);
        return same ? Optional.of(edited) : Optional.empty();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The bytes of a text that came back: a browser ends lines by CR LF whatever they ended by. */
    byte[] bytes(String cameBack) {
        return cameBack.replace(CRLF, LF).replace(LF, lineEnd).getBytes(charset);
    }
}
