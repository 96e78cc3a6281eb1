package io.lotwire.wire.as2;

import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.http.Answer;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.http.Request;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.tls.TlsClient;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerProbe;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Tries a partner's AS2: names, keys and certificates, then their server, up to an answer by HTTP to a HEAD request. */
public final class As2Probe implements Probe {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int REDIRECTED = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public String word() {
        return "as2";
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof As2Wire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        As2Wire theirs = (As2Wire) wire;
        Optional<As2Wire> ours = place.owner().flatMap(As2Probe::as2);
        ProbeRun run = new ProbeRun();
        run.apart("ids", () -> ids(ours, theirs));
        run.apart("our key", () -> ourKey(ours, place.clock()));
        run.apart("their certificate", () -> theirCertificate(theirs, place.clock()));
        URI url = theirs.url();
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        new ServerProbe(url.getHost(), port, place.patience()).addTo(run);
        if (secure) {
            run.first("tls", () -> tls(theirs, port, place.patience()));
        }
        run.then("http", () -> http(theirs, place.patience()));
        return run.steps();
    }

    private static Optional<As2Wire> as2(Profile profile) {
        return profile.wires().stream()
                .filter(As2Wire.class::isInstance)
                .map(As2Wire.class::cast)
                .findFirst();
    }

    private static String ids(Optional<As2Wire> ours, As2Wire theirs) throws ProbeFailed {
        As2Wire owner = ours.orElseThrow(() -> new ProbeFailed(
                "the owner's profile has no AS2 name",
                "Add wires.as2 with 'id' and 'keys' to the profile with 'self: true'"));
        return "we are '" + owner.id() + "', they are '" + theirs.id() + "'";
    }

    private static String ourKey(Optional<As2Wire> ours, Clock clock) throws ProbeFailed {
        List<Dated> keys = new ArrayList<>();
        for (KeyFile file : ours.map(As2Wire::keys).orElse(List.of())) {
            try {
                keys.add(new Dated(file.path(), file.read().certificate(), file.from()));
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new ProbeFailed(
                        "our key " + file.path() + " cannot be read",
                        unreadable,
                        "Look at the file, its rights and its password");
            }
        }
        return inForce(
                keys, "key", clock.instant(), "Make a new one, and send its certificate to partners before it is used");
    }

    private static String theirCertificate(As2Wire theirs, Clock clock) throws ProbeFailed {
        List<Dated> certificates = new ArrayList<>();
        for (CertificateFile file : theirs.certificates()) {
            try {
                certificates.add(new Dated(file.path(), file.read(), file.from()));
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new ProbeFailed(
                        "their certificate " + file.path() + " cannot be read",
                        unreadable,
                        "Put the certificate there that they sent");
            }
        }
        return inForce(certificates, "certificate", clock.instant(), "Ask them for the one that they use now");
    }

    private record Dated(Path file, X509Certificate certificate, Instant from) {
        boolean valid(Instant now) {
            return !from.isAfter(now)
                    && !now.isBefore(certificate.getNotBefore().toInstant())
                    && !now.isAfter(certificate.getNotAfter().toInstant());
        }
    }

    private static String inForce(List<Dated> files, String noun, Instant now, String mend) throws ProbeFailed {
        Optional<Dated> valid = files.stream().filter(each -> each.valid(now)).findFirst();
        if (valid.isPresent()) {
            return valid.get().file().getFileName() + " is valid until "
                    + valid.get().certificate().getNotAfter().toInstant();
        }
        if (files.isEmpty()) {
            throw new ProbeFailed("the profile names no " + noun, mend);
        }
        Dated last = files.get(files.size() - 1);
        throw new ProbeFailed(
                "no " + noun + " is valid now: " + last.file() + " is so from "
                        + last.certificate().getNotBefore().toInstant() + " to "
                        + last.certificate().getNotAfter().toInstant(),
                mend);
    }

    private static SSLContext context(As2Wire.Client client) throws ProbeFailed {
        try {
            Optional<KeyAndCertificate> key = Optional.empty();
            if (client.key() != null) {
                KeyFile.Identity identity = client.key().read();
                key = Optional.of(new KeyAndCertificate(identity.key(), identity.certificate()));
            }
            return TlsClient.context(CertificateFile.readAll(client.serverCertificates()), key);
        } catch (IOException | GeneralSecurityException | As2Exception unfit) {
            throw new ProbeFailed(
                    "our HTTPS client cannot be made", unfit, "Look at the files under 'client' in the profile");
        }
    }

    private static String tls(As2Wire theirs, int port, Duration patience) throws ProbeFailed {
        SSLContext context = context(theirs.client());
        String host = theirs.url().getHost();
        try (Socket plain = new Socket(host, port)) {
            plain.setSoTimeout((int) patience.toMillis());
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return socket.getSession().getProtocol() + ", the server shows " + CertificateSummary.of(shown);
            }
        } catch (SSLException refused) {
            throw new ProbeFailed(
                    "no TLS with " + host,
                    refused,
                    "Compare the server's certificate with 'client.serverCertificates' in the profile; without that, it must be"
                            + " one that Java trusts, for this name. The server may also want 'client.key'");
        } catch (IOException broken) {
            throw new ProbeFailed(
                    "the server breaks off during TLS", broken, "Ask them whether the port is one for HTTPS");
        }
    }

    private static String http(As2Wire theirs, Duration patience) throws ProbeFailed {
        try {
            Map<String, String> headers = new HashMap<>(Map.of("Connection", "close"));
            if (theirs.client().login() != null) {
                headers.put("Authorization", authorization(theirs.client().login()));
            }
            Request head = new Request("HEAD", theirs.url(), headers, Octets.EMPTY);
            HttpSender sender = new HttpSender(context(theirs.client()), patience);
            return judged(sender.exchange(head, patience).run());
        } catch (IOException | TimeoutException broken) {
            throw new ProbeFailed(
                    "no answer by HTTP", broken, "Ask them whether the address is that of their AS2 server");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the probe was stopped", "Run it again");
        }
    }

    private static String authorization(As2Wire.Login login) throws IOException {
        byte[] text = (login.user() + ":" + String.valueOf(login.password().read())).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    /** Servers answer a HEAD in many ways, for they wait for messages; some answers tell that a message would fail too. */
    private static String judged(Answer answer) throws ProbeFailed {
        int status = answer.status();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new ProbeFailed(
                    "the server answers with HTTP " + status + ": it does not let us in",
                    "Look at 'client.login' in the profile, and ask them whether our address may come in");
        }
        if (status >= REDIRECTED && status < CLIENT_ERROR) {
            throw new ProbeFailed(
                    "the server answers with HTTP " + status + " and points to '" + answer.header("Location") + "'",
                    "Redirects are not followed: correct 'url' in the profile");
        }
        if (status >= SERVER_ERROR && status != NOT_IMPLEMENTED) {
            throw new ProbeFailed(
                    "the server answers with HTTP " + status,
                    "Ask them whether their AS2 server runs behind that address");
        }
        return String.format(Locale.ROOT, "the server answers with HTTP %d to a HEAD; no message was sent", status);
    }
}
