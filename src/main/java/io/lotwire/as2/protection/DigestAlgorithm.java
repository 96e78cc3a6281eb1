package io.lotwire.as2.protection;

import io.lotwire.as2.bytes.Writable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A digest of signatures and MICs. {@link #SHA_1} is only taken from a partner whose agreement allows it. */
public enum DigestAlgorithm {
    SHA_1("sha1", "SHA-1", "1.3.14.3.2.26", "SHA1withRSA"),
    SHA_256("sha-256", "SHA-256", "2.16.840.1.101.3.4.2.1", "SHA256withRSA"),
    SHA_384("sha-384", "SHA-384", "2.16.840.1.101.3.4.2.2", "SHA384withRSA"),
    SHA_512("sha-512", "SHA-512", "2.16.840.1.101.3.4.2.3", "SHA512withRSA");

    private final String micName;
    private final String jcaName;
    private final String oid;
    private final String rsaSignature;

    DigestAlgorithm(String micName, String jcaName, String oid, String rsaSignature) {
        this.micName = micName;
        this.jcaName = jcaName;
        this.oid = oid;
        this.rsaSignature = rsaSignature;
    }

    /** The name in {@code micalg} and {@code Received-content-MIC} (RFC 5751 section 3.4.3.2), such as {@code sha-256}. */
    public String micName() {
        return micName;
    }

    /** The algorithm of a name in any of its spellings: {@code sha-256}, {@code SHA256}, {@code sha_256}. */
    public static Optional<DigestAlgorithm> named(String name) {
        String wanted = plain(name);
        return Arrays.stream(values())
                .filter(algorithm -> plain(algorithm.micName).equals(wanted))
                .findFirst();
    }

    /** The algorithm of an object identifier, as CMS writes it. */
    public static Optional<DigestAlgorithm> ofOid(String oid) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.oid.equals(oid))
                .findFirst();
    }

    /** The object identifier. */
    public String oid() {
        return oid;
    }

    /** Java's name of the RSA signature over this digest. */
    public String rsaSignature() {
        return rsaSignature;
    }

    /** A digest that has seen nothing yet. */
    public MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime lacks " + jcaName, e);
        }
    }

    /** The digest of all that is written. */
    public byte[] digest(Writable content) throws IOException {
        MessageDigest digest = newDigest();
        content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return digest.digest();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
