package io.lotwire.partner;

import io.lotwire.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Which edition of a profile it is.
 *
 * @param id the first twelve hexadecimal digits of the SHA-256 of the text
 * @param text what the profile says: its own file, and each file that says a part of it, below a line with its name.
 *     Variables are not filled in, so it holds no secret
 * @param files SHA-256 of the content of the certificates, keys and the like that its wires name; it changes when one of
 *     them does
 */
public record ProfileVersion(String id, String text, String files) {
    private static final int DIGITS = 12;

    /**
     * The version of these parts.
     *
     * @param parts the profile's own file first
     * @param files what its wires name
     */
    public static ProfileVersion of(List<Part> parts, List<Path> files) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("# ").append(part.name()).append('\n').append(part.text());
            if (!part.text().endsWith("\n")) {
                text.append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new ProfileVersion(Sha256.hex(bytes).substring(0, DIGITS), text.toString(), FileDigest.ofFiles(files));
    }

    /**
     * A file that says a part of a profile.
     *
     * @param name the file as its user knows it
     * @param text its content
     */
    public record Part(String name, String text) {}
}
