package io.lotwire.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a document is written by, as it was when it was written: an out-mapping or a template.
 *
 * @param name such as {@code out/x12/945} or {@code templates/lots.csv}
 * @param id the first digits of the SHA-256 of the text
 * @param text the file
 */
public record Edition(String name, String id, String text) {
    private static final int DIGITS = 12;

    /** That of a text. */
    public static Edition of(String name, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Edition(name, HexFormat.of().formatHex(hash).substring(0, DIGITS), text);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
