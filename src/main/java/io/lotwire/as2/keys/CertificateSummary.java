package io.lotwire.as2.keys;

import io.lotwire.as2.protection.DigestAlgorithm;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** How a certificate is named: for people, and by the fingerprint that no other one has. */
public final class CertificateSummary {
    private CertificateSummary() {}

    /** Subject, validity and fingerprint on one line. */
    public static String of(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName()
                + ", valid " + certificate.getNotBefore().toInstant()
                + " to " + certificate.getNotAfter().toInstant()
                + ", SHA-256 " + fingerprint(certificate);
    }

    /** SHA-256 over its DER form in lower-case hex, 64 characters. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.newDigest().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate has no DER form", e);
        }
    }
}
