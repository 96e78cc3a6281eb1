package io.lotwire.wire.as2;

import io.lotwire.digest.Sha256;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.Activated;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Urgency;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks at the certificates and keys of an AS2 wire: readable, valid now, valid for long enough. */
public final class As2Check {
    private final Instant now;
    private final Consumer<CertificateFacts> facts;
    private final Consumer<Problem> problems;

    As2Check(Instant now, Consumer<CertificateFacts> facts, Consumer<Problem> problems) {
        this.now = now;
        this.facts = facts;
        this.problems = problems;
    }

    void check(Profile profile, As2Wire wire) {
        check(profile.name(), profile.title().isEmpty() ? profile.name() : profile.title(), wire);
    }

    /**
     * Checks it.
     *
     * @param profile the name of its profile
     * @param title what people call its partner
     */
    void check(String profile, String title, As2Wire wire) {
        Stream.of(
                        wire.certificates(),
                        wire.client().serverCertificates(),
                        wire.accepting().clientCertificates())
                .forEach(together -> checkTogether(profile, title, together));
        List<KeyFile> keys = new ArrayList<>(wire.keys());
        Optional.ofNullable(wire.client().key()).ifPresent(keys::add);
        keys.forEach(key -> checkKey(profile, key));
        Stream.of(wire.client().login(), wire.accepting().login())
                .filter(login -> login != null && !login.password().readable())
                .forEach(login -> problems.accept(Problem.error(
                        PartnerFault.REFERENCE_DANGLING,
                        wire.at().place(),
                        "The password of '" + login.user() + "', " + login.password()
                                + ", cannot be read: put it into that file, as its first line.")));
    }

    /** One that has ended behind one that took over from it only waits to be taken out. */
    private void checkTogether(String profile, String title, List<CertificateFile> files) {
        boolean inUse = true;
        for (CertificateFile file : Activated.inOrder(files, now)) {
            if (file.path().equals(WireValues.NOWHERE)) {
                continue;
            }
            List<Problem> found = new ArrayList<>();
            new As2Check(now, facts, found::add).checkFile(profile, title, file);
            boolean replaced = !inUse;
            found.stream()
                    .map(problem -> replaced && problem.code() == PartnerFault.CERTIFICATE_EXPIRED
                            ? Problem.warning(problem.code(), problem.place(), "Take it out: " + problem.message())
                            : problem)
                    .forEach(problems);
            inUse &= found.stream().anyMatch(Problem::isError);
        }
    }

    private void checkFile(String profile, String title, CertificateFile file) {
        if (!file.password().readable()) {
            problems.accept(unreadable(
                    file.at(),
                    "The file " + file.password() + " cannot be read: put the password of " + file.path()
                            + " there, as its first line."));
            return;
        }
        try {
            report(profile, file.path(), file.from(), file.at(), file.read());
        } catch (IOException e) {
            problems.accept(unreadable(
                    file.at(),
                    "The certificate " + file.path() + " cannot be read: put there the certificate that " + title
                            + " sent you."));
        } catch (CertificateException e) {
            problems.accept(unreadable(file.at(), e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkKey(String profile, KeyFile key) {
        boolean certificateThere = key.certificate() == null || Files.isReadable(key.certificate());
        if (!Files.isReadable(key.path()) || !key.password().readable() || !certificateThere) {
            Object missing =
                    !Files.isReadable(key.path()) ? key.path() : certificateThere ? key.password() : key.certificate();
            problems.accept(unreadable(
                    key.at(),
                    "The file " + missing + " cannot be read: put our key there as PKCS#12, and its password in "
                            + key.password() + "."));
            return;
        }
        try {
            report(profile, key.path(), key.from(), key.at(), key.read().certificate());
        } catch (IOException | GeneralSecurityException e) {
            // The cause is left out: it may tell about the password.
            problems.accept(unreadable(
                    key.at(),
                    "The key " + key.path() + " cannot be opened with the password in " + key.password()
                            + ", or holds not exactly one private key with its certificate: put our key there as"
                            + " PKCS#12, or as PKCS#8 with its certificate beside it."));
        }
    }

    private void report(String profile, Path file, Instant activeFrom, FileLine at, X509Certificate certificate)
            throws GeneralSecurityException {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        long days = Math.floorDiv(
                Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
        facts.accept(new CertificateFacts(
                profile,
                file,
                certificate.getSubjectX500Principal().getName(),
                fingerprint(certificate),
                from,
                until,
                days,
                activeFrom));
        if (now.isAfter(until)) {
            problems.accept(Problem.error(
                    PartnerFault.CERTIFICATE_EXPIRED,
                    at.place(),
                    "The certificate " + file + " was valid until " + until + ": exchange it for a new one."));
        } else if (now.isBefore(from) && !activeFrom.isAfter(now)) {
            problems.accept(Problem.error(
                    PartnerFault.CERTIFICATE_NOT_YET_VALID,
                    at.place(),
                    "The certificate " + file + " is valid from " + from
                            + " on: use the present one until then, and give this one a 'from'."));
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
        byte[] digest = Sha256.digest().digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }

    private static Problem unreadable(FileLine at, String message) {
        return Problem.error(PartnerFault.CERTIFICATE_UNREADABLE, at.place(), message);
    }
}
