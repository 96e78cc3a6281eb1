package io.lotwire.as2.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * A private key and the certificate of its public half.
 *
 * @param key the private key; never printed
 * @param certificate the certificate that partners know
 */
public record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {
    public KeyAndCertificate {
        key = RsaKeys.prepared(Objects.requireNonNull(key, "key"));
        Objects.requireNonNull(certificate, "certificate");
    }

    /** The certificate's summary; nothing of the key. */
    @Override
    public String toString() {
        return CertificateSummary.of(certificate);
    }
}
