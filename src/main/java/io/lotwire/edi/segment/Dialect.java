package io.lotwire.edi.segment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How the bytes of one interchange are read.
 *
 * @param syntax its rules
 * @param delimiters what separates its parts
 * @param charset of its text as it states it; null where it states none, or ASCII. The bytes can show another one
 */
public record Dialect(Syntax syntax, Delimiters delimiters, Charset charset) {
    static final Dialect USUAL = x12(Delimiters.USUAL);

    /** Character sets by syntax identifier (ISO 9735, code list 0001); UNOA and UNOB are parts of ASCII. */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("UNOC", "ISO-8859-1"),
            Map.entry("UNOD", "ISO-8859-2"),
            Map.entry("UNOE", "ISO-8859-5"),
            Map.entry("UNOF", "ISO-8859-7"),
            Map.entry("UNOG", "ISO-8859-3"),
            Map.entry("UNOH", "ISO-8859-4"),
            Map.entry("UNOI", "ISO-8859-6"),
            Map.entry("UNOJ", "ISO-8859-8"),
            Map.entry("UNOK", "ISO-8859-9"),
            Map.entry("UNOL", "ISO-8859-15"),
            Map.entry("UNOW", "UTF-8"),
            Map.entry("UNOY", "UTF-8"));

    static Dialect x12(Delimiters delimiters) {
        return new Dialect(Syntax.X12, delimiters, null);
    }

    /**
     * The dialect of an EDIFACT interchange.
     *
     * @param level its syntax identifier (UNB01, 0001), such as {@code UNOC}
     */
    public static Dialect edifact(Delimiters delimiters, String level) {
        return new Dialect(Syntax.EDIFACT, delimiters, charset(level));
    }

    /** Null where the syntax identifier says nothing beyond ASCII, or is not known. */
    private static Charset charset(String level) {
        String name = CHARSETS.get(level);
        if (name == null) {
            return null;
        }
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    /** Whether a syntax identifier and version (UNB01, 0001 and 0002) are known. */
    public static boolean knows(String level, String version) {
        return knows(level) && version.matches("[1-4]");
    }

    /** Whether a syntax identifier is known. */
    public static boolean knows(String level) {
        return CHARSETS.containsKey(level) || level.equals("UNOA") || level.equals("UNOB") || level.equals("UNOX");
    }
}
