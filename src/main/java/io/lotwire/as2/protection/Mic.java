package io.lotwire.as2.protection;

import io.lotwire.as2.bytes.Writable;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The message integrity check of RFC 4130 section 7.3.1: the digest that proves both sides hold the same content.
 *
 * @param base64 the digest in base64
 * @param algorithm what it was computed with
 */
public record Mic(String base64, DigestAlgorithm algorithm) {
    private static final Pattern SPACE = Pattern.compile("\\s");

    /** Of all that is written. */
    public static Mic of(Writable content, DigestAlgorithm algorithm) throws IOException {
        return of(algorithm.digest(content), algorithm);
    }

    /** Of a digest that was computed. */
    public static Mic of(byte[] digest, DigestAlgorithm algorithm) {
        return new Mic(Base64.getEncoder().encodeToString(digest), algorithm);
    }

    /** Reads {@code mbzRXw...=, sha-256}; empty when it has no such form or an unknown algorithm. */
    public static Optional<Mic> parse(String text) {
        int comma = text.lastIndexOf(',');
        if (comma < 1) {
            return Optional.empty();
        }
        String digest = SPACE.matcher(text.substring(0, comma)).replaceAll("");
        return DigestAlgorithm.named(text.substring(comma + 1)).map(algorithm -> new Mic(digest, algorithm));
    }

    /** The form of {@code Received-content-MIC}: digest, comma, algorithm. */
    @Override
    public String toString() {
        return base64 + ", " + algorithm.micName();
    }
}
