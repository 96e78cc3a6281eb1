package io.lotwire.as2.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.as2.TwoPartners;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Instant NOW = TwoPartners.NOW;
    private static final KeyAndCertificate FARM = TwoPartners.FARM;
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aKeyWrittenAsPkcs12IsReadAgainAndOnlyItsOwnerMayReadIt() throws Exception {
        Path file = folder.resolve("keys").resolve("farm.p12");
        KeyMaker.writePkcs12(FARM, file, PASSWORD);

        assertThat(Certificates.readPkcs12(file, PASSWORD)).isEqualTo(FARM);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("keys")).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aWrongPasswordNamesTheFile() throws Exception {
        Path file = folder.resolve("farm.p12");
        KeyMaker.writePkcs12(FARM, file, PASSWORD);

        assertThatThrownBy(() -> Certificates.readPkcs12(file, "wrong".toCharArray()))
                .isInstanceOf(As2Exception.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("password");
    }

    @Test
    void certificatesAreReadFromPemAndDerAndSeveralFromOneFile() throws Exception {
        Path pem = folder.resolve("farm.crt");
        KeyMaker.writeCertificate(FARM.certificate(), pem);
        Path der = Files.write(folder.resolve("farm.der"), FARM.certificate().getEncoded());
        Path two = folder.resolve("two.crt");
        Files.writeString(two, Files.readString(pem) + Files.readString(pem));

        assertThat(Certificates.read(pem)).containsExactly(FARM.certificate());
        assertThat(Certificates.read(der)).containsExactly(FARM.certificate());
        assertThat(Certificates.read(two)).hasSize(2);
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a certificate");

        assertThatThrownBy(() -> Certificates.read(file))
                .isInstanceOf(As2Exception.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void aPemKeyIsReadWithItsCertificateAndWithNoOther() throws Exception {
        Path key = folder.resolve("farm.key");
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(FARM.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Files.write(key, pem.getBytes(StandardCharsets.US_ASCII));
        Path certificate = folder.resolve("farm.crt");
        KeyMaker.writeCertificate(FARM.certificate(), certificate);
        Path other = folder.resolve("other.crt");
        KeyMaker.writeCertificate(TwoPartners.HUB.certificate(), other);

        assertThat(Certificates.readPem(key, new char[0], certificate).certificate())
                .isEqualTo(FARM.certificate());
        assertThatThrownBy(() -> Certificates.readPem(key, new char[0], other))
                .isInstanceOf(As2Exception.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void aCertificateIsNamedBySubjectValidityAndFingerprint() {
        KeyAndCertificate key = KeyMaker.make("Short", NOW, Duration.ofDays(30));

        assertThat(CertificateSummary.of(key.certificate()))
                .matches("CN=Short, valid 2026-03-04T12:00:00Z to 2026-04-03T12:00:00Z, SHA-256 [0-9a-f]{64}");
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(FARM.toString()).contains("CN=Green Valley Farm").doesNotContainIgnoringCase("private");
    }
}
