package io.lotwire.wire.as2;

import io.lotwire.lot.Word;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AS2 (RFC 4130).
 *
 * @param id AS2 name (RFC 4130, 6.2), compared to the letter
 * @param url where we post messages to; for ourselves, where partners post to, null when no partner needs to be told
 * @param certificates their certificates, two where one is about to follow the other
 * @param keys our keys, two where one is about to follow the other; none for a partner
 * @param sending how our messages to them are made
 * @param accepting what is taken from them
 * @param client how we show ourselves to their server
 * @param at where the profile describes it
 */
public record As2Wire(
        String id,
        URI url,
        List<CertificateFile> certificates,
        List<KeyFile> keys,
        Sending sending,
        Accepting accepting,
        Client client,
        FileLine at)
        implements Wire {
    public As2Wire {
        certificates = List.copyOf(certificates);
        keys = List.copyOf(keys);
    }

    /**
     * How our messages are made.
     *
     * @param sign digest algorithm that we sign with
     * @param encrypt algorithm that we encrypt with
     * @param compress whether and where we compress
     * @param mdn which receipt we ask for
     * @param atATime so many of our messages are under way to them at a time
     */
    public record Sending(
            SigningAlgorithm sign, EncryptionAlgorithm encrypt, Compression compress, MdnWish mdn, int atATime) {}

    /**
     * What is taken from them.
     *
     * @param requireSigned true when a message of theirs without a signature is refused
     * @param requireEncrypted true when a message of theirs without encryption is refused
     * @param asyncMdnUrls where a receipt for them may be posted when they ask for that; none: nowhere
     * @param login name and password that their requests must bear, null: none
     * @param clientCertificates one of these their HTTPS client must show; none: any or no certificate
     * @param connections so many requests of theirs are taken at a time
     * @param from where their requests come from; none: from anywhere
     */
    public record Accepting(
            boolean requireSigned,
            boolean requireEncrypted,
            List<URI> asyncMdnUrls,
            Login login,
            List<CertificateFile> clientCertificates,
            int connections,
            List<AddressRange> from) {
        public Accepting {
            from = List.copyOf(from);
            asyncMdnUrls = List.copyOf(asyncMdnUrls);
            clientCertificates = List.copyOf(clientCertificates);
        }
    }

    /**
     * How we show ourselves to their server.
     *
     * @param login name and password that we send, null: none
     * @param serverCertificates the certificates that their HTTPS server may show; none: those that Java trusts
     * @param key our HTTPS client key, null: none
     */
    public record Client(Login login, List<CertificateFile> serverCertificates, KeyFile key) {
        public Client {
            serverCertificates = List.copyOf(serverCertificates);
        }
    }

    /**
     * HTTP basic authentication (RFC 7617).
     *
     * @param user the name
     * @param password the password
     */
    public record Login(String user, Password password) {}

    /** Digest algorithms to sign with (RFC 5751, 3.4.3.2); {@code NONE} sends unsigned. */
    public enum SigningAlgorithm {
        NONE,
        SHA_1,
        SHA_256,
        SHA_384,
        SHA_512
    }

    /** Algorithms to encrypt with; {@code NONE} sends in clear. */
    public enum EncryptionAlgorithm {
        NONE,
        TRIPLE_DES,
        AES_128_CBC,
        AES_192_CBC,
        AES_256_CBC,
        AES_128_GCM,
        AES_192_GCM,
        AES_256_GCM
    }

    /** Whether and where we compress (RFC 5402, 3). */
    public enum Compression {
        NONE,
        BEFORE_SIGNING,
        AFTER_SIGNING
    }

    /** The receipt (RFC 4130, 7) that we ask for: in the answer to our message, or posted to our own address later. */
    public enum MdnWish {
        UNSIGNED,
        SIGNED,
        ASYNC_UNSIGNED,
        ASYNC_SIGNED;

        /** Whether it must be signed. */
        public boolean signed() {
            return this == SIGNED || this == ASYNC_SIGNED;
        }

        /** Whether it comes as a message of its own. */
        public boolean async() {
            return this == ASYNC_SIGNED || this == ASYNC_UNSIGNED;
        }
    }

    @Override
    public List<Path> files() {
        List<CertificateFile> allCertificates = Stream.of(
                        certificates, client.serverCertificates(), accepting.clientCertificates())
                .flatMap(List::stream)
                .toList();
        List<KeyFile> allKeys =
                Stream.concat(keys.stream(), Stream.ofNullable(client.key())).toList();
        Stream<Password> passwords = Stream.of(
                        allCertificates.stream().map(CertificateFile::password),
                        allKeys.stream().map(KeyFile::password),
                        Stream.of(client.login(), accepting.login())
                                .filter(Objects::nonNull)
                                .map(Login::password))
                .flatMap(each -> each);
        return Stream.of(
                        allCertificates.stream().map(CertificateFile::path),
                        allKeys.stream().map(KeyFile::path),
                        allKeys.stream().map(KeyFile::certificate).filter(Objects::nonNull),
                        passwords.flatMap(password -> password.file().stream()))
                .flatMap(files -> files)
                .distinct()
                .toList();
    }

    @Override
    public WireKind kind() {
        return new As2Kind();
    }

    /** The profile with an AS2 name, to the letter (RFC 4130, 6.2). */
    public static Optional<Profile> named(Profiles profiles, String id) {
        return profiles.good().stream()
                .filter(profile -> profile.wire(As2Wire.class)
                        .filter(as2 -> as2.id().equals(id))
                        .isPresent())
                .findFirst();
    }

    @Override
    public List<String> identities() {
        return List.of("AS2 name '" + id + "'");
    }

    @Override
    public void check(Surroundings around) {
        new As2Check(around.now(), around.certificates(), around.problems()).check(around.profile(), this);
        // Who asks for receipts in messages of their own must tell where to.
        boolean known = around.owner()
                .flatMap(owner -> owner.wire(As2Wire.class))
                .map(As2Wire::url)
                .isPresent();
        if (!around.profile().self() && sending.mdn().async() && !known) {
            around.problems()
                    .accept(Problem.error(
                            PartnerFault.REFERENCE_DANGLING,
                            at.place(),
                            "'mdn' wants receipts posted to us, but the owner's profile does not say where: add 'url'"
                                    + " to its as2."));
        }
    }

    @Override
    public List<CertificateFacts> certificates(String profile, Instant now) {
        List<CertificateFacts> all = new ArrayList<>();
        new As2Check(now, all::add, problem -> {}).check(profile, profile, this);
        return all;
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        words.add("AS2: name '" + id + "'" + (url == null ? "" : ", at " + url));
        if (keys.isEmpty()) {
            words.add("our messages: signed " + Word.of(sending.sign()) + ", encrypted " + Word.of(sending.encrypt())
                    + ", compressed " + Word.of(sending.compress()) + ", receipt " + Word.of(sending.mdn()) + ", "
                    + sending.atATime() + " at a time");
            words.add("their messages: "
                    + (accepting.requireSigned() ? "must be signed" : "may be unsigned") + ", "
                    + (accepting.requireEncrypted() ? "must be encrypted" : "may be in clear") + ", "
                    + accepting.connections() + " at a time");
        }
        addNames(
                "certificates", certificates.stream().map(CertificateFile::path).toList(), words);
        addNames("keys", keys.stream().map(KeyFile::path).toList(), words);
        return words;
    }

    private static void addNames(String what, List<Path> files, List<String> words) {
        if (!files.isEmpty()) {
            words.add(what + ": "
                    + files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", ")));
        }
    }

    @Override
    public Optional<String> ourName() {
        return Optional.of("our AS2 name: '" + id + "'");
    }
}
