package io.lotwire.as2.protection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A content encryption. The GCM kinds travel as authEnveloped-data (RFC 5083, RFC 8551), the CBC kinds as
 * enveloped-data. {@link #TRIPLE_DES} is only taken from a partner whose agreement allows it.
 */
public enum EncryptionAlgorithm {
    TRIPLE_DES("3des", "1.2.840.113549.3.7", false),
    AES_128_CBC("aes-128-cbc", "2.16.840.1.101.3.4.1.2", false),
    AES_192_CBC("aes-192-cbc", "2.16.840.1.101.3.4.1.22", false),
    AES_256_CBC("aes-256-cbc", "2.16.840.1.101.3.4.1.42", false),
    AES_128_GCM("aes-128-gcm", "2.16.840.1.101.3.4.1.6", true),
    AES_192_GCM("aes-192-gcm", "2.16.840.1.101.3.4.1.26", true),
    AES_256_GCM("aes-256-gcm", "2.16.840.1.101.3.4.1.46", true);

    private final String label;
    private final String oid;
    private final boolean authenticated;

    EncryptionAlgorithm(String label, String oid, boolean authenticated) {
        this.label = label;
        this.oid = oid;
        this.authenticated = authenticated;
    }

    /** The name people use in a profile, such as {@code aes-256-cbc}. */
    public String label() {
        return label;
    }

    /** The algorithm of a {@link #label()}, whatever its case. */
    public static Optional<EncryptionAlgorithm> named(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(wanted))
                .findFirst();
    }

    /** The algorithm of an object identifier, as CMS writes it. */
    public static Optional<EncryptionAlgorithm> ofOid(String oid) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.oid.equals(oid))
                .findFirst();
    }

    /** The object identifier. */
    public String oid() {
        return oid;
    }

    /** Whether it proves that nothing was altered (GCM). */
    public boolean authenticated() {
        return authenticated;
    }
}
