package io.lotwire.writing;

import io.lotwire.digest.Sha256;

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
        return new Edition(name, Sha256.hex(text).substring(0, DIGITS), text);
    }
}
