package io.lotwire.as2;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a person wants to know of a certificate.
 *
 * @param subject the subject's distinguished name
 * @param issuer the issuer's distinguished name
 * @param serial the serial number in hex
 * @param fingerprint SHA-256 over its DER form in lower-case hex, 64 characters
 * @param notBefore valid from
 * @param notAfter valid until
 */
public record CertificateFacts(
        String subject, String issuer, String serial, String fingerprint, Instant notBefore, Instant notAfter) {

    /** The facts of this certificate. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(16),
                fingerprint(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** Whether it is valid at this moment. */
    public boolean validAt(Instant moment) {
        return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
    }

    /** Whole days until it expires, negative when it has. */
    public long daysLeft(Instant moment) {
        return Math.floorDiv(
                Duration.between(moment, notAfter).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    /** Subject, validity and fingerprint on one line. */
    @Override
    public String toString() {
        return subject + ", valid " + notBefore + " to " + notAfter + ", SHA-256 " + fingerprint;
    }

    static boolean valid(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = DigestAlgorithm.SHA_256.newDigest();
            return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate has no DER form", e);
        }
    }
}
