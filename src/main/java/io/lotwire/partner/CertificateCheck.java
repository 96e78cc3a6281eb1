package io.lotwire.partner;

import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks at the certificates and keys of an AS2 wire: readable, valid now, valid for long enough. */
final class CertificateCheck {
    private final Instant now;
    private final Consumer<CertificateFacts> facts;
    private final Consumer<Problem> problems;

    CertificateCheck(Instant now, Consumer<CertificateFacts> facts, Consumer<Problem> problems) {
        this.now = now;
        this.facts = facts;
        this.problems = problems;
    }

    void check(Profile profile, As2Wire wire) {
        for (CertificateFile file : wire.certificates()) {
            checkFile(profile, file);
        }
        if (wire.key() != null) {
            checkKey(profile, wire.key());
        }
    }

    private void checkFile(Profile profile, CertificateFile file) {
        try {
            report(profile, file.path(), file.at(), file.read());
        } catch (IOException e) {
            problems.accept(unreadable(
                    file.at(),
                    "The certificate " + file.path() + " cannot be read: put there the certificate that "
                            + profile.title() + " sent you."));
        } catch (CertificateException e) {
            problems.accept(
                    unreadable(file.at(), file.path() + " holds no certificate: save one there in PEM or DER form."));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkKey(Profile profile, KeyFile key) {
        if (!Files.isReadable(key.path()) || !Files.isReadable(key.passwordFile())) {
            Path missing = Files.isReadable(key.path()) ? key.passwordFile() : key.path();
            problems.accept(unreadable(
                    key.at(),
                    "The file " + missing + " cannot be read: put our key there as PKCS#12, and its password in "
                            + key.passwordFile() + "."));
            return;
        }
        try {
            KeyStore store = key.open();
            String alias = KeyFile.alias(store);
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                report(profile, key.path(), key.at(), certificate);
            }
            store.getKey(alias, key.password());
        } catch (IOException | GeneralSecurityException e) {
            // The cause is left out: it may tell about the password.
            problems.accept(unreadable(
                    key.at(),
                    "The key " + key.path() + " cannot be opened with the password in " + key.passwordFile()
                            + ", or holds not exactly one private key: put our key there as PKCS#12."));
        }
    }

    private void report(Profile profile, Path file, FileLine at, X509Certificate certificate)
            throws GeneralSecurityException {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        long days = Math.floorDiv(
                Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
        facts.accept(new CertificateFacts(
                profile.name(),
                file,
                certificate.getSubjectX500Principal().getName(),
                fingerprint(certificate),
                from,
                until,
                days));
        if (now.isAfter(until)) {
            problems.accept(Problem.error(
                    PartnerFault.CERTIFICATE_EXPIRED,
                    at.place(),
                    "The certificate " + file + " was valid until " + until + ": exchange it for a new one."));
        } else if (now.isBefore(from)) {
            problems.accept(Problem.error(
                    PartnerFault.CERTIFICATE_NOT_YET_VALID,
                    at.place(),
                    "The certificate " + file + " is valid from " + from + " on: use the present one until then."));
        } else {
            Urgency.of(days)
                    .ifPresent(urgency -> problems.accept(Problem.warning(
                            PartnerFault.CERTIFICATE_EXPIRES_SOON,
                            at.place(),
                            "The certificate " + file + " is valid until " + until + ", " + days
                                    + " full days from now: " + urgency.advice + ".")));
        }
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }

    private static Problem unreadable(FileLine at, String message) {
        return Problem.error(PartnerFault.CERTIFICATE_UNREADABLE, at.place(), message);
    }
}
