package io.lotwire.edi.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of an interchange as text. */
public final class Text {
    private Text() {}

    /**
     * The text of some bytes: UTF-8 where they are UTF-8, windows-1252 otherwise. Line ends are taken out: inside a segment
     * they come from software that wraps lines at 80 columns.
     */
    public static String decode(byte[] bytes, int start, int end) {
        return decode(bytes, start, end, null);
    }

    /** The same where the interchange states a character set, as {@link BeyondAscii} reads it; null where it states none. */
    public static String decode(byte[] bytes, int start, int end, Charset charset) {
        boolean plain = true;
        for (int i = start; i < end; i++) {
            plain &= bytes[i] > '\r';
        }
        if (plain) {
            return latin(bytes, start, end);
        }
        boolean ascii = true;
        boolean wrapped = false;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            ascii &= b >= 0;
            wrapped |= b == '\n' || b == '\r';
        }
        String text = ascii ? latin(bytes, start, end) : BeyondAscii.decode(bytes, start, end, charset);
        return wrapped ? text.replace("\r", "").replace("\n", "") : text;
    }

    private static String latin(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
