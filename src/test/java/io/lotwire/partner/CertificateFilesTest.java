package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.OpenSsl;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.check.ProfileCheck;
import io.lotwire.problem.Problem;
import io.lotwire.wire.as2.As2Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The files of certificates that a profile names. */
@EnabledIf("io.lotwire.as2.OpenSsl#installed")
class CertificateFilesTest {
    private static final String PROFILE = """
            name: a
            title: Acme
            identity: { x12: { qualifier: ZZ, id: A } }
            wires:
              as2:
                id: ACME
                url: https://acme.example/as2
                certificates: [ %1$s ]
                visitor: { certificates: [ %1$s ] }
                client: { serverCertificates: [ %1$s ] }
            """;

    @TempDir
    Path folder;

    private String certificate;

    @BeforeEach
    void makeACertificate() throws Exception {
        new DemoKeys(folder)
                .writeCertificate("acme", Instant.now(), Instant.now().plus(Duration.ofDays(99)));
        certificate = folder.resolve("keys/acme.crt").toString();
        Files.writeString(folder.resolve("acme.password"), "correct horse\n");
    }

    @Test
    void whereverAProfileNamesACertificateItIsReadFromPkcs7AndPkcs12() throws Exception {
        openssl("crl2pkcs7", "-nocrl", "-certfile", certificate, "-out", file("acme.p7b"));
        assertThat(check("\"" + file("acme.p7b") + "\"").certificates())
                .extracting(CertificateFacts::subject)
                .containsExactly("CN=acme", "CN=acme", "CN=acme");

        store("acme.p12", "correct horse");
        ProfileCheck.Report report =
                check("{ file: \"" + file("acme.p12") + "\", passwordFile: \"" + file("acme.password") + "\" }");
        assertThat(report.problems()).isEmpty();
        assertThat(report.certificates()).hasSize(3);
        assertThat(report.profiles().get(0).wire(As2Wire.class).orElseThrow().files())
                .contains(folder.resolve("acme.password"));

        report = check("{ file: \"" + file("acme.p12") + "\", password: \"${ACME}\" }");
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aFileThatDoesNotOpenIsToldWhereItIsNamed() throws Exception {
        store("acme.p12", "another");

        assertThat(check("\"" + file("acme.p12") + "\"").problems())
                .hasSize(3)
                .first()
                .satisfies(problem -> assertProblem(
                        problem,
                        file("acme.p12") + " is PKCS#12 and opens only with a password: name that beside it, as"
                                + " '{ file: ..., passwordFile: ... }', or ask the partner for PKCS#7 (.p7b), which needs"
                                + " none."));
        assertThat(check("{ file: \"" + file("acme.p12") + "\", passwordFile: \"" + file("acme.password") + "\" }")
                        .problems())
                .hasSize(3)
                .first()
                .satisfies(
                        problem -> assertProblem(
                                problem,
                                file("acme.p12")
                                        + " is PKCS#12 and does not open with the password that is named for it: correct that."));
        Files.delete(folder.resolve("acme.password"));
        assertThat(check("{ file: \"" + file("acme.p12") + "\", passwordFile: \"" + file("acme.password") + "\" }")
                        .problems())
                .hasSize(3)
                .first()
                .satisfies(problem -> assertProblem(
                        problem,
                        "The file " + file("acme.password") + " cannot be read: put the password of " + file("acme.p12")
                                + " there, as its first line."));
    }

    private void store(String name, String password) throws Exception {
        openssl("pkcs12", "-export", "-nokeys", "-in", certificate, "-out", file(name), "-passout", "pass:" + password);
    }

    private static void assertProblem(Problem problem, String message) {
        assertThat(problem.code()).isEqualTo(PartnerFault.CERTIFICATE_UNREADABLE);
        assertThat(problem.place().file()).isEqualTo("checked/a.yaml:8");
        assertThat(problem.message()).isEqualTo(message);
    }

    private ProfileCheck.Report check(String file) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("checked"));
        Files.writeString(
                partners.resolve("partner.schema.json"), Files.readString(Path.of("partners/partner.schema.json")));
        Files.writeString(partners.resolve("a.yaml"), PROFILE.formatted(file));
        return new ProfileCheck(partners, Path.of("mappings"), Map.of("ACME", "correct horse")::get, Clock.systemUTC())
                .one("a");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void openssl(String... arguments) throws Exception {
        new OpenSsl(folder).run(arguments);
    }
}
