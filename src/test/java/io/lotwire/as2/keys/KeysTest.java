package io.lotwire.as2.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.as2.TwoPartners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final Instant NOW = TwoPartners.NOW;
    private static final KeyAndCertificate FARM = TwoPartners.FARM;
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aKeyWrittenAsPkcs12IsReadAgainAndOnlyItsOwnerMayReadIt() throws Exception {
        Path file = folder.resolve("keys").resolve("farm.p12");
        KeyMaker.writePkcs12(FARM, file, PASSWORD);

        assertThat(Pkcs12Key.read(file, PASSWORD)).isEqualTo(FARM);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("keys")).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aWrongPasswordNamesTheFile() throws Exception {
        Path file = folder.resolve("farm.p12");
        KeyMaker.writePkcs12(FARM, file, PASSWORD);

        assertThatThrownBy(() -> Pkcs12Key.read(file, "wrong".toCharArray()))
                .isInstanceOf(As2Exception.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("password");
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
