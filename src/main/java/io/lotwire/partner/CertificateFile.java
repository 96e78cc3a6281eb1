package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file with one X.509 certificate, PEM or DER.
 *
 * @param path the file
 * @param from when we begin to encrypt to it; what is signed with it is accepted before
 * @param at where the profile names it
 */
public record CertificateFile(Path path, Instant from, FileLine at) implements Activated {

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

    /**
     * Reads the certificates of several files.
     *
     * @throws IOException when one cannot be read
     * @throws CertificateException when one holds no certificate
     */
    public static Set<X509Certificate> readAll(List<CertificateFile> files) throws IOException, CertificateException {
        Set<X509Certificate> certificates = new HashSet<>();
        for (CertificateFile file : files) {
            certificates.add(file.read());
        }
        return certificates;
    }
}
