package io.lotwire.wire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.yaml.FileLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is agreed with a partner changes at the moments that the profiles name, and at no other. */
class As2PartnerTest {
    private static final FileLine AT = new FileLine("acme.yaml", 1);
    private static final String PASSWORD = "secret";
    private static final Instant CERTIFICATE_CHANGES = Instant.parse("2026-12-01T06:00:00Z");
    private static final Instant KEY_CHANGES = Instant.parse("2026-12-05T06:00:00Z");

    @TempDir
    Path folder;

    private final KeyAndCertificate oldKey = made("old key");
    private final KeyAndCertificate newKey = made("new key");
    private final KeyAndCertificate oldCertificate = made("old certificate");
    private final KeyAndCertificate newCertificate = made("new certificate");
    private As2Partner partner;

    @BeforeEach
    void make() throws Exception {
        As2Wire ours = wire(List.of(), List.of(key(oldKey, Instant.MIN), key(newKey, KEY_CHANGES)));
        As2Wire theirs = wire(
                List.of(certificate(oldCertificate, Instant.MIN), certificate(newCertificate, CERTIFICATE_CHANGES)),
                List.of());
        partner = new As2Partner("acme", ours, theirs, Clock.systemUTC());
    }

    @Test
    void eachKeyAndCertificateTakesOverAtItsMomentInWhateverOrderOneAsks() {
        Instant justBefore = CERTIFICATE_CHANGES.minusMillis(1);

        assertUsed(CERTIFICATE_CHANGES.minus(Duration.ofDays(9)), oldKey, oldCertificate);
        assertUsed(justBefore, oldKey, oldCertificate);
        assertUsed(CERTIFICATE_CHANGES, oldKey, newCertificate);
        assertUsed(justBefore, oldKey, oldCertificate);
        assertUsed(KEY_CHANGES, newKey, newCertificate);
        assertUsed(KEY_CHANGES.minusMillis(1), oldKey, newCertificate);
        assertUsed(KEY_CHANGES.plus(Duration.ofDays(9)), newKey, newCertificate);
    }

    @Test
    void inBetweenTheAgreementIsNotMadeAnew() {
        As2Agreement agreement = partner.agreement(CERTIFICATE_CHANGES);

        assertThat(partner.agreement(KEY_CHANGES.minusMillis(1))).isSameAs(agreement);
        assertThat(partner.agreement(KEY_CHANGES)).isNotSameAs(agreement);
    }

    private void assertUsed(Instant moment, KeyAndCertificate key, KeyAndCertificate certificate) {
        As2Agreement agreement = partner.agreement(moment);
        assertThat(agreement.ourKeys()).hasSize(2);
        assertThat(agreement.ourKeys().get(0).certificate()).isEqualTo(key.certificate());
        assertThat(agreement.theirCertificates()).hasSize(2).startsWith(certificate.certificate());
    }

    private static KeyAndCertificate made(String name) {
        return KeyMaker.make(name, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(700));
    }

    private KeyFile key(KeyAndCertificate key, Instant from) throws Exception {
        Path file = folder.resolve(key.certificate().getSubjectX500Principal().hashCode() + ".p12");
        KeyMaker.writePkcs12(key, file, PASSWORD.toCharArray());
        return new KeyFile(file, null, Password.of(PASSWORD), from, AT);
    }

    private CertificateFile certificate(KeyAndCertificate key, Instant from) throws Exception {
        Path file = folder.resolve(key.certificate().getSubjectX500Principal().hashCode() + ".crt");
        KeyMaker.writeCertificate(key.certificate(), file);
        return new CertificateFile(file, Password.none(), from, AT);
    }

    private static As2Wire wire(List<CertificateFile> certificates, List<KeyFile> keys) {
        return new As2Wire(
                "name",
                URI.create("http://127.0.0.1:1/as2"),
                certificates,
                keys,
                new As2Wire.Sending(
                        As2Wire.SigningAlgorithm.SHA_256,
                        As2Wire.EncryptionAlgorithm.AES_256_CBC,
                        As2Wire.Compression.NONE,
                        As2Wire.MdnWish.SIGNED,
                        4),
                new As2Wire.Accepting(true, true, List.of(), null, List.of(), 20, List.of()),
                new As2Wire.Client(null, List.of(), null),
                AT);
    }
}
