package io.lotwire.partner.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.DemoKeys;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.certificate.Activated;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.partner.check.CertificateCalendar.Ending;
import io.lotwire.partner.read.ProfileFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-06T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void certificatesThatEndWithinSixtyDaysAreToldWithWhatToDo() throws Exception {
        DemoKeys keys = new DemoKeys(folder);
        keys.writeAll(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)));
        keys.writeCertificate("fairway-markets", NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(6)));
        Profiles profiles = ProfileFolder.load(Path.of("partners"), Map.of("LOTWIRE_DATA", folder.toString())::get);
        CertificateCalendar calendar = new CertificateCalendar(() -> profiles, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(calendar.all()).hasSize(3);
        assertThat(calendar.ending()).singleElement().satisfies(ending -> {
            assertThat(ending.certificate().profile()).isEqualTo("fairway-markets");
            assertThat(ending.certificate().daysLeft()).isEqualTo(6);
            assertThat(ending.advice()).contains("this week");
        });
        keys.writeCertificate("fairway-markets", NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1));
        assertThat(calendar.ending()).extracting(Ending::advice).containsExactly("it has ended, exchange it");
    }

    @Test
    void theCertificateThatTookOverLastIsUsedAndOneOfTheFutureOnlyThen() {
        CertificateFile old = new CertificateFile(Path.of("old"), Password.none(), Instant.MIN, null);
        CertificateFile next = new CertificateFile(Path.of("next"), Password.none(), NOW, null);

        assertThat(Activated.inOrder(List.of(old, next), NOW.minusSeconds(1))).containsExactly(old, next);
        assertThat(Activated.inOrder(List.of(old, next), NOW)).containsExactly(next, old);
    }

    @Test
    void aKeyIsReadFromPkcs12AndFromPkcs8InPemAndDer() throws Exception {
        DemoKeys keys = new DemoKeys(folder);
        keys.writeAll(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
        Path store = folder.resolve("keys/northgate-distribution.p12");
        KeyFile.Identity identity = new KeyFile(store, null, Password.of(DemoKeys.PASSWORD), Instant.MIN, null).read();
        Path certificate =
                Files.write(folder.resolve("us.der"), identity.certificate().getEncoded());
        Path der = Files.write(folder.resolve("us.key"), identity.key().getEncoded());
        Path pem = folder.resolve("us.pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString(identity.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");

        for (Path file : List.of(der, pem)) {
            assertThat(new KeyFile(file, certificate, Password.none(), Instant.MIN, null).read())
                    .isEqualTo(identity);
        }
        assertThat(Password.of("secret").toString()).doesNotContain("secret");
    }
}
