package io.lotwire.edi.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Which characters the bytes of a value are that are not all ASCII. An interchange says it at best roughly: senders under
 * ISO 8859-1 (UNOC) send UTF-8 or windows-1252, and X12 names no character set at all. What is UTF-8 is hardly ever meant as
 * anything else; where it is none, the bytes 0x80 to 0x9F, control characters in ISO 8859, are letters and dashes of the
 * windows code page for the same languages.
 */
public final class BeyondAscii {
    private static final Charset WESTERN = charset("windows-1252");

    /** The code pages of Windows for the languages of the parts of ISO 8859. */
    private static final Map<String, String> WINDOWS = Map.of(
            "ISO-8859-2", "windows-1250",
            "ISO-8859-5", "windows-1251",
            "ISO-8859-7", "windows-1253",
            "ISO-8859-8", "windows-1255",
            "ISO-8859-6", "windows-1256",
            "ISO-8859-9", "windows-1254",
            "ISO-8859-4", "windows-1257");

    private BeyondAscii() {}

    /**
     * The text of some bytes.
     *
     * @param stated the character set that the interchange states; null when it states none, or ASCII
     */
    static String decode(byte[] bytes, int start, int end, Charset stated) {
        String utf8 = utf8(bytes, start, end);
        if (utf8 != null && isMeant(utf8, bytes, start, end, stated)) {
            return utf8;
        }
        boolean none = stated == null || stated.equals(StandardCharsets.UTF_8);
        String text = new String(bytes, start, end - start, none ? StandardCharsets.ISO_8859_1 : stated);
        return holdsControls(bytes, start, end) ? withLetters(text, stated) : text;
    }

    /** True when the text that {@link Text#decode} makes is not what the interchange states, but what is likely meant. */
    public static boolean isGuess(byte[] bytes, int start, int end, Charset stated) {
        String utf8 = utf8(bytes, start, end);
        boolean states = stated != null && !stated.equals(StandardCharsets.UTF_8);
        if (utf8 != null && isMeant(utf8, bytes, start, end, stated)) {
            return states;
        }
        return (stated != null && !states) || holdsControls(bytes, start, end);
    }

    /** True when bytes that are UTF-8 are no text of the stated character set that only looks so. */
    private static boolean isMeant(String utf8, byte[] bytes, int start, int end, Charset stated) {
        return stated == null
                || stated.equals(StandardCharsets.UTF_8)
                || stated.equals(StandardCharsets.ISO_8859_1)
                || holdsControls(bytes, start, end)
                || stated.newEncoder().canEncode(utf8);
    }

    /** Null when the bytes are no UTF-8. */
    private static String utf8(byte[] bytes, int start, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** True when there are bytes that ISO 8859 has for control characters. */
    private static boolean holdsControls(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] < (byte) 0xA0) {
                return true;
            }
        }
        return false;
    }

    private static String withLetters(String text, Charset stated) {
        Charset windows = stated == null ? WESTERN : charset(WINDOWS.getOrDefault(stated.name(), WESTERN.name()));
        StringBuilder letters = new StringBuilder(text);
        for (int at = 0; at < letters.length(); at++) {
            char c = letters.charAt(at);
            if (c >= 0x80 && c < 0xA0) {
                CharBuffer letter = windows.decode(ByteBuffer.wrap(new byte[] {(byte) c}));
                letters.setCharAt(at, letter.get(0));
            }
        }
        return letters.toString();
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
