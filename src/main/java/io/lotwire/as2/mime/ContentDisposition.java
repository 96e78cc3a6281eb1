package io.lotwire.as2.mime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header that gives a document its file name (RFC 2183). */
public final class ContentDisposition {
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x20-\\x7E]");

    private ContentDisposition() {}

    /** The header's value, empty when of the name nothing is left that is harmless. */
    public static Optional<String> attachment(String name) {
        String fileName = FileNames.sanitised(name);
        return fileName.isEmpty() ? Optional.empty() : Optional.of(value(fileName));
    }

    /** In ASCII, and where that is not all of it, in UTF-8 too (RFC 2231 section 4). */
    private static String value(String fileName) {
        String ascii = BEYOND_ASCII.matcher(fileName).replaceAll("_").replace("\\", "_");
        String header = "attachment; filename=\"" + ascii + "\"";
        if (ascii.equals(fileName)) {
            return header;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b > ' ' && Character.isLetterOrDigit(b)) || b == '.' || b == '-' || b == '_';
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return header + "; filename*=UTF-8''" + encoded;
    }
}
