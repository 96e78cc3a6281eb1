package io.lotwire.wire;

import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.tls.TlsClient;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlFields;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Which certificates a server may show that we connect to.
 *
 * @param files those that it may show, under whatever name; none: those that Java trusts, under the server's name
 */
public record ServerCertificates(List<CertificateFile> files) {
    /** None is named. */
    public static final ServerCertificates NONE = new ServerCertificates(List.of());

    private static final String KEY = "serverCertificates";

    public ServerCertificates {
        files = List.copyOf(files);
    }

    /** Reads those of a wire. */
    public static ServerCertificates read(YamlFields fields) {
        return new ServerCertificates(fields.scalars(KEY).stream()
                .map(each -> new CertificateFile(
                        WireValues.path(fields, KEY, each.text()), Password.none(), Instant.MIN, each.at()))
                .toList());
    }

    /** Whether some are named. */
    public boolean areNamed() {
        return !files.isEmpty();
    }

    /** Where they are. */
    public List<Path> paths() {
        return files.stream().map(CertificateFile::path).toList();
    }

    /**
     * Whether they can be read.
     *
     * @param at where the profile describes the wire
     */
    public void check(Surroundings around, FileLine at) {
        try {
            CertificateFile.readAll(files);
        } catch (IOException | CertificateException unreadable) {
            around.problems()
                    .accept(Problem.error(
                            PartnerFault.CERTIFICATE_UNREADABLE,
                            at.place(),
                            "A certificate under '" + KEY + "' cannot be read (" + unreadable.getMessage()
                                    + "): put it there."));
        }
    }

    /**
     * What connections are made with.
     *
     * @throws IOException when one cannot be read
     */
    public SSLContext tls() throws IOException {
        try {
            return TlsClient.context(CertificateFile.readAll(files), Optional.empty());
        } catch (CertificateException | As2Exception unfit) {
            throw new IOException(unfit.getMessage(), unfit);
        }
    }
}
