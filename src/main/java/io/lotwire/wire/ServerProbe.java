package io.lotwire.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The first steps to any server: its name, and its port. */
public final class ServerProbe {
    private final String host;
    private final int port;
    private final Duration patience;

    /**
     * Makes one.
     *
     * @param host the server's name or address
     * @param port its TCP port
     * @param patience how long it may take to answer
     */
    public ServerProbe(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    /** Adds both steps. */
    public void addTo(ProbeRun run) {
        run.first("name", this::name);
        run.first("port", this::port);
    }

    private String name() throws ProbeFailed {
        try {
            return host + " is "
                    + Arrays.stream(InetAddress.getAllByName(host))
                            .map(InetAddress::getHostAddress)
                            .collect(Collectors.joining(", "));
        } catch (UnknownHostException unknown) {
            throw new ProbeFailed(
                    "the name " + host + " is not known here",
                    "Look for a mistake in the profile, or ask whoever runs the name servers of this machine");
        }
    }

    private String port() throws ProbeFailed {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            return "port " + port + " takes connections";
        } catch (SocketTimeoutException slow) {
            throw new ProbeFailed(
                    "no answer from port " + port + " of " + host + " within " + patience.toSeconds() + " s",
                    "A firewall may drop what we send: ask for our address to be let through, on both sides");
        } catch (ConnectException refused) {
            throw new ProbeFailed(
                    "nobody listens at port " + port + " of " + host,
                    "Look at the port in the profile, and whether the server runs");
        } catch (IOException failed) {
            throw new ProbeFailed(
                    "port " + port + " of " + host + " is not reached", failed, "Look at the network of this machine");
        }
    }
}
