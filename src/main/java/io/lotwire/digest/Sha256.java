package io.lotwire.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), in lower-case hexadecimal digits wherever it is text. */
public final class Sha256 {
    private Sha256() {}

    /** A new digest, for what comes in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** That of what the digest has been given; the digest begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** That of these bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** That of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** That of all that a stream holds, which is read to its end and left open. */
    public static String hex(InputStream bytes) throws IOException {
        MessageDigest digest = digest();
        reading(bytes, digest).transferTo(OutputStream.nullOutputStream());
        return hex(digest);
    }

    /** The same bytes; what is read of them is given to the digest. */
    public static InputStream reading(InputStream bytes, MessageDigest digest) {
        return new DigestInputStream(bytes, digest);
    }
}
