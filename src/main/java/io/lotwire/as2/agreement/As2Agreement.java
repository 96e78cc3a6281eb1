package io.lotwire.as2.agreement;

import io.lotwire.as2.keys.KeyAndCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What we and one partner agreed on. Two certificates on either side may be valid at once, so that a new one can be
 * brought in without an outage: any of them verifies or decrypts, the first one that is valid signs or encrypts.
 *
 * @param ours our AS2 name
 * @param theirs the partner's AS2 name
 * @param ourKeys our keys, the one to sign with first
 * @param theirCertificates the partner's certificates, the one to encrypt for first; a signature counts only with one
 *     of these
 * @param sending how messages to the partner are made
 * @param acceptance what is taken from the partner
 */
public record As2Agreement(
        String ours,
        String theirs,
        List<KeyAndCertificate> ourKeys,
        List<X509Certificate> theirCertificates,
        SendingRules sending,
        AcceptanceRules acceptance) {
    public As2Agreement {
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(theirs, "theirs");
        Objects.requireNonNull(sending, "sending");
        Objects.requireNonNull(acceptance, "acceptance");
        ourKeys = List.copyOf(ourKeys);
        theirCertificates = List.copyOf(theirCertificates);
    }

    /** The names on a message that comes in. */
    public As2Ids incoming() {
        return new As2Ids(theirs, ours);
    }

    /** The names on a message that goes out. */
    public As2Ids outgoing() {
        return new As2Ids(ours, theirs);
    }

    /** The same agreement with other rules for what we send. */
    public As2Agreement withSending(SendingRules rules) {
        return new As2Agreement(ours, theirs, ourKeys, theirCertificates, rules, acceptance);
    }

    /** The same agreement with other rules for what we take. */
    public As2Agreement withAcceptance(AcceptanceRules rules) {
        return new As2Agreement(ours, theirs, ourKeys, theirCertificates, sending, rules);
    }

    /** Ours that signs at this moment, empty when none is valid. */
    public Optional<KeyAndCertificate> signingKey(Instant now) {
        return ourKeys.stream().filter(key -> valid(key.certificate(), now)).findFirst();
    }

    /** Theirs that is encrypted for at this moment, empty when none is valid. */
    public Optional<X509Certificate> encryptionCertificate(Instant now) {
        return validCertificates(now).stream().findFirst();
    }

    /** Theirs that may have signed what comes in at this moment. */
    public List<X509Certificate> validCertificates(Instant now) {
        return theirCertificates.stream()
                .filter(certificate -> valid(certificate, now))
                .toList();
    }

    private static boolean valid(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }
}
