package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * A file with one X.509 certificate, PEM or DER.
 *
 * @param path the file
 * @param at where the profile names it
 */
public record CertificateFile(Path path, FileLine at) {

    /**
     * Reads the certificate.
     *
     * @throws IOException when the file cannot be read
     * @throws CertificateException when it holds no certificate
     */
    public X509Certificate read() throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(path)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
