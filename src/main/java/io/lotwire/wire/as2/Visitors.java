package io.lotwire.wire.as2;

import io.lotwire.partner.certificate.CertificateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Who may come in under a partner's name, beside the signature of what they bring, and how many at a time. */
public final class Visitors {
    /**
     * What a request shows of its sender.
     *
     * @param authorization the header of this name
     * @param certificate of the HTTPS client
     * @param from its IP address
     * @param address the same; of IPv6 the network, of which one host may have every address
     */
    record Visitor(String authorization, Optional<X509Certificate> certificate, String from, String address) {}

    /** So many addresses are remembered, the latest. */
    private static final int KNOWN_ADDRESSES = 16;

    private static final String SCHEME = "Basic ";

    private final Optional<byte[]> login;
    private final Set<X509Certificate> certificates;
    private final Semaphore places;
    private final List<AddressRange> from;
    private final Set<String> addresses = new LinkedHashSet<>();

    Visitors(As2Wire.Accepting rules) throws IOException, GeneralSecurityException {
        this.login = rules.login() == null ? Optional.empty() : Optional.of(login(rules.login()));
        this.certificates = CertificateFile.readAll(rules.clientCertificates());
        this.places = new Semaphore(rules.connections());
        this.from = rules.from();
    }

    /** Whether the partner is to show a name and a password. */
    boolean wantLogin() {
        return login.isPresent();
    }

    /** Whether the visitor comes from where the partner sends from. */
    boolean comeFromThere(Visitor visitor) {
        if (from.isEmpty()) {
            return true;
        }
        Optional<InetAddress> address = AddressRange.address(visitor.from());
        return address.isPresent() && from.stream().anyMatch(range -> range.contains(address.get()));
    }

    /** Whether the visitor shows what the partner is to show. */
    boolean know(Visitor visitor) {
        boolean certificateFits = certificates.isEmpty()
                || visitor.certificate().filter(certificates::contains).isPresent();
        return certificateFits && (login.isEmpty() || MessageDigest.isEqual(login.get(), shown(visitor)));
    }

    /**
     * Whether the visitor is the partner as far as can be told before the body is read: by what the partner is to show,
     * or by the address that a message of theirs came from.
     */
    boolean proven(Visitor visitor) {
        if (login.isPresent() || !certificates.isEmpty()) {
            return know(visitor);
        }
        synchronized (addresses) {
            return addresses.contains(visitor.address());
        }
    }

    /** A message with the partner's signature has come from this visitor. */
    void signedBy(Visitor visitor) {
        synchronized (addresses) {
            addresses.remove(visitor.address());
            addresses.add(visitor.address());
            if (addresses.size() > KNOWN_ADDRESSES) {
                addresses.remove(addresses.iterator().next());
            }
        }
    }

    /** The places for requests at a time. */
    Semaphore places() {
        return places;
    }

    private static byte[] login(As2Wire.Login login) throws IOException {
        return (login.user() + ":" + String.valueOf(login.password().read())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] shown(Visitor visitor) {
        String header = visitor.authorization().strip();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
