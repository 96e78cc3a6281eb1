package io.lotwire.partner.certificate;

import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.Certificates;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file with a partner's X.509 certificate: PEM, DER, PKCS#7 or PKCS#12, perhaps with those that issued it.
 *
 * @param path the file
 * @param password what opens a PKCS#12 file
 * @param from when we begin to encrypt to it; what is signed with it is accepted before
 * @param at where the profile names it
 */
public record CertificateFile(Path path, Password password, Instant from, FileLine at) implements Activated {

    /**
     * Reads the certificate.
     *
     * @throws IOException when the file cannot be read
     * @throws CertificateException when it does not hold one certificate of a partner; says what to do
     */
    public X509Certificate read() throws IOException, CertificateException {
        try {
            return Certificates.ofPartner(path, password.read());
        } catch (As2Exception e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    /**
     * Reads the certificates of several files.
     *
     * @throws IOException when one cannot be read
     * @throws CertificateException when one does not hold one certificate of a partner; says what to do
     */
    public static Set<X509Certificate> readAll(List<CertificateFile> files) throws IOException, CertificateException {
        Set<X509Certificate> certificates = new HashSet<>();
        for (CertificateFile file : files) {
            certificates.add(file.read());
        }
        return certificates;
    }
}
