package io.lotwire.wire.webhook;

import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Tries a webhook: its secret, its server's name and port, whether it may be connected to, and TLS. Nothing is posted. */
public final class WebhookProbe implements Probe {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    @Override
    public String word() {
        return WebhookKind.WORD;
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof WebhookWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        WebhookWire webhook = (WebhookWire) wire;
        URI url = webhook.url();
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        ProbeRun run = new ProbeRun();
        run.apart("secret", () -> secret(webhook));
        run.first("address", () -> address(webhook));
        new ServerProbe(url.getHost(), port, place.patience()).addTo(run);
        if (secure) {
            run.then("tls", () -> tls(webhook, port, place.patience()));
        }
        return run.steps();
    }

    private static String secret(WebhookWire webhook) throws ProbeFailed {
        try {
            int keys = WebhookKeys.of(webhook.secret()).size();
            return keys == 1 ? "one key to sign with" : keys + " keys to sign with";
        } catch (IOException | IllegalArgumentException unfit) {
            throw new ProbeFailed("there is no secret to sign with", unfit, "Look at the file or the variable");
        }
    }

    private static String address(WebhookWire webhook) throws ProbeFailed {
        try {
            for (InetAddress address : InetAddress.getAllByName(webhook.url().getHost())) {
                if (!webhook.reachable().test(address)) {
                    throw new ProbeFailed(
                            webhook.url().getHost() + " is " + address.getHostAddress()
                                    + ", which is no address of the internet",
                            "Say 'privateNetwork: true' in the profile, when it is a server of your own");
                }
            }
            return "it may be connected to";
        } catch (IOException unknown) {
            return "its name is looked up next";
        }
    }

    private static String tls(WebhookWire webhook, int port, Duration patience) throws ProbeFailed {
        String host = webhook.url().getHost();
        SSLSocketFactory factory = factory(webhook);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol()
                        + (webhook.serverCertificates().areNamed()
                                ? ", with a certificate of 'serverCertificates'"
                                : ", with a certificate that Java trusts");
            }
        } catch (SSLException refused) {
            throw new ProbeFailed(
                    "no TLS with " + host,
                    refused,
                    webhook.serverCertificates().areNamed()
                            ? "Compare the server's certificate with 'serverCertificates' in the profile"
                            : "Its certificate must be one that Java trusts, for this name, or stand under"
                                    + " 'serverCertificates'");
        } catch (SocketTimeoutException slow) {
            throw new ProbeFailed(
                    host + " says nothing during TLS for " + patience.toSeconds() + " s",
                    "Ask them whether the port is one for HTTPS");
        } catch (IOException broken) {
            throw new ProbeFailed(
                    "the server breaks off during TLS", broken, "Ask them whether the port is one for HTTPS");
        }
    }

    private static SSLSocketFactory factory(WebhookWire webhook) throws ProbeFailed {
        try {
            return webhook.serverCertificates().tls().getSocketFactory();
        } catch (IOException unreadable) {
            throw new ProbeFailed(
                    "a certificate under 'serverCertificates' cannot be read", unreadable, "Put it there");
        }
    }
}
