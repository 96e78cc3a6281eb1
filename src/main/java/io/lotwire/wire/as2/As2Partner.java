package io.lotwire.wire.as2;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.tls.TlsClient;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One partner on the AS2 wire: what is agreed at this moment, and our client to their server. */
final class As2Partner {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(5);

    private final String name;
    private final As2Wire ours;
    private final As2Wire theirs;
    private final List<Dated<KeyAndCertificate>> keys = new ArrayList<>();
    private final List<Dated<X509Certificate>> certificates = new ArrayList<>();
    private final SendingRules sending;
    private final AcceptanceRules acceptance;
    private final As2Sender sender;
    private final As2Sender strangerToOthers;
    private final Visitors visitors;
    private volatile Agreed agreed;

    As2Partner(String name, As2Wire ours, As2Wire theirs, Clock clock)
            throws IOException, GeneralSecurityException, As2Exception {
        this.name = name;
        this.ours = ours;
        this.theirs = theirs;
        for (KeyFile file : ours.keys()) {
            keys.add(new Dated<>(identity(file), file.from()));
        }
        for (CertificateFile file : theirs.certificates()) {
            certificates.add(new Dated<>(file.read(), file.from()));
        }
        this.sending = sending(theirs.sending(), ours.url());
        this.acceptance = acceptance(theirs);
        this.strangerToOthers = new As2Sender(http(theirs.client()), DELIVERY_TIMEOUT, clock);
        As2Wire.Login login = theirs.client().login();
        this.sender = login == null
                ? strangerToOthers
                : strangerToOthers.withLogin(login.user(), login.password().read());
        this.visitors = new Visitors(theirs.accepting());
    }

    /** The profile's name. */
    String name() {
        return name;
    }

    /** The names on a message of theirs. */
    As2Ids incoming() {
        return new As2Ids(theirs.id(), ours.id());
    }

    /** The agreement at this moment: keys and certificates in the order in which to use them. */
    As2Agreement agreement(Instant now) {
        Agreed last = agreed;
        if (last == null || !last.holdsAt(now)) {
            last = agreed(now);
            agreed = last;
        }
        return last.agreement();
    }

    /** An agreement, the moment since when it is so, and the one from when on it is another: a key takes over. */
    private record Agreed(As2Agreement agreement, Instant since, Instant until) {
        boolean holdsAt(Instant moment) {
            return !moment.isBefore(since) && moment.isBefore(until);
        }
    }

    private Agreed agreed(Instant now) {
        As2Agreement agreement = new As2Agreement(
                ours.id(),
                theirs.id(),
                Dated.inOrder(keys, now),
                Dated.inOrder(certificates, now),
                sending,
                acceptance);
        Instant since = Instant.MIN;
        Instant until = Instant.MAX;
        for (Instant change : Stream.concat(keys.stream(), certificates.stream())
                .map(Dated::from)
                .toList()) {
            if (change.isAfter(now)) {
                until = change.isBefore(until) ? change : until;
            } else {
                since = change.isAfter(since) ? change : since;
            }
        }
        return new Agreed(agreement, since, until);
    }

    /** Where their messages go. */
    URI url() {
        return theirs.url();
    }

    /** So many of our messages are under way to them at a time. */
    int atATime() {
        return theirs.sending().atATime();
    }

    /** Our client to one of their addresses: the password is for the server of {@link #url} only. */
    As2Sender sender(URI to) {
        return origin(to).equals(origin(theirs.url())) ? sender : strangerToOthers;
    }

    /** Who they must be to come in. */
    Visitors visitors() {
        return visitors;
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    private static KeyAndCertificate identity(KeyFile file) throws IOException, GeneralSecurityException {
        KeyFile.Identity identity = file.read();
        return new KeyAndCertificate(identity.key(), identity.certificate());
    }

    private static HttpSender http(As2Wire.Client client) throws IOException, GeneralSecurityException, As2Exception {
        Set<X509Certificate> pinned = CertificateFile.readAll(client.serverCertificates());
        Optional<KeyAndCertificate> key = client.key() == null ? Optional.empty() : Optional.of(identity(client.key()));
        return new HttpSender(TlsClient.context(pinned, key));
    }

    private static SendingRules sending(As2Wire.Sending wish, URI ourUrl) throws As2Exception {
        SendingRules rules = SendingRules.standard()
                .signing(named(DigestAlgorithm.class, wish.sign()))
                .encrypting(named(EncryptionAlgorithm.class, wish.encrypt()))
                .compressing(Compression.valueOf(wish.compress().name()))
                .withSignedMdn(wish.mdn().signed());
        if (!wish.mdn().async()) {
            return rules;
        }
        if (ourUrl == null) {
            throw new As2Exception(
                    "'mdn' wants receipts posted to us, but the owner's profile does not say where: add 'url'");
        }
        return rules.withAsyncMdnTo(ourUrl);
    }

    private static AcceptanceRules acceptance(As2Wire wire) {
        Set<Allowance> allowances = EnumSet.noneOf(Allowance.class);
        if (!wire.accepting().requireSigned()) {
            allowances.add(Allowance.UNSIGNED);
        }
        if (!wire.accepting().requireEncrypted()) {
            allowances.add(Allowance.UNENCRYPTED);
        }
        if (wire.sending().sign() == As2Wire.SigningAlgorithm.SHA_1) {
            allowances.add(Allowance.SHA_1);
        }
        if (wire.sending().encrypt() == As2Wire.EncryptionAlgorithm.TRIPLE_DES) {
            allowances.add(Allowance.TRIPLE_DES);
        }
        return AcceptanceRules.standard()
                .allowing(allowances)
                .withAsyncMdnUrls(Set.copyOf(wire.accepting().asyncMdnUrls()));
    }

    /** The engine's algorithm of the same name; empty for {@code NONE}. */
    private static <E extends Enum<E>> Optional<E> named(Class<E> algorithms, Enum<?> wish) {
        return wish.name().equals("NONE") ? Optional.empty() : Optional.of(Enum.valueOf(algorithms, wish.name()));
    }
}
