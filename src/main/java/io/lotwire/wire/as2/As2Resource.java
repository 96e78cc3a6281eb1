package io.lotwire.wire.as2;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import io.lotwire.wire.Intake;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.as2.Visitors.Visitor;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jboss.logging.Logger;

/** {@code POST /as2}: AS2 messages and asynchronous MDNs of all partners. */
@Path("/as2")
public class As2Resource {
    private static final Logger LOG = Logger.getLogger(As2Resource.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final int IPV6_NETWORK_BYTES = 8;

    private final As2Receiver receiver;
    private final As2Agreements agreements;
    private final As2Component component;
    private final Clock clock;
    private final Places places;
    private final Intake intake;

    As2Resource(
            As2Receiver receiver,
            As2Agreements agreements,
            As2Component component,
            Clock clock,
            Places places,
            Intake intake) {
        this.receiver = receiver;
        this.agreements = agreements;
        this.component = component;
        this.clock = clock;
        this.places = places;
        this.intake = intake;
    }

    /** Answers with the MDN; with a 503, so that the sender tries again, when the message could not be kept. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response post(@Context HttpHeaders headers, @Context HttpServerRequest request, InputStream body) {
        if (!intake.isOpen()) {
            return later("Nothing more is taken in now; please send the message again later.");
        }
        if (!places.enter()) {
            return later("The server is busy; please send the message again later.");
        }
        try (Door door = new Door(agreements, visitor(headers, request), clock.instant(), places)) {
            return response(component.received(received(headers, body, door)));
        } catch (BrokenOff broken) {
            LOG.warnf("An AS2 request broke off, or could not be put down: %s", RootCause.sentence(broken));
            return later("The message was not taken; please send it again later.");
        } catch (Door.Closed closed) {
            LOG.warnf("A request is not let in. %s", closed.getMessage());
            return closed(closed);
        } catch (Exception notKept) {
            LOG.errorf(notKept, "An AS2 message could not be kept; the sender is told to try again");
            return later("The message was not taken; please send it again later.");
        } finally {
            places.leave();
        }
    }

    /** The sender's doing, more often than ours: one line in the log must do, however many come. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    private Received received(HttpHeaders headers, InputStream body, Door door) throws BrokenOff {
        try {
            Received received = receiver.receive(headers.getRequestHeaders(), body, door::enter);
            if (received instanceof Received.Message message
                    && message.protection().signature().isPresent()) {
                door.signed();
            }
            return received;
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private static Visitor visitor(HttpHeaders headers, HttpServerRequest request) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        String address = request.remoteAddress().hostAddress();
        return new Visitor(
                authorization == null ? "" : authorization,
                certificate(request.connection().sslSession()),
                address,
                network(address));
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
        } catch (UnknownHostException notNumeric) {
            return address;
        }
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
        if (session == null) {
            return Optional.empty();
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException noneShown) {
            return Optional.empty();
        }
    }

    private static Response closed(Door.Closed closed) {
        if (closed.reason() == Door.Reason.FULL) {
            return later("As many requests are under way as agreed; please send the message again later.");
        }
        boolean loginWanted = closed.loginWanted() && closed.reason() == Door.Reason.NOT_KNOWN;
        Response.ResponseBuilder answer = Response.status(
                        loginWanted ? Response.Status.UNAUTHORIZED : Response.Status.FORBIDDEN)
                .header("Connection", "close")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(
                        closed.reason() == Door.Reason.NOT_KNOWN
                                ? "The agreement wants other credentials.\r\n"
                                : "The agreement names other addresses to send from.\r\n");
        return loginWanted
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"AS2\", charset=\"UTF-8\"")
                        .build()
                : answer.build();
    }

    private static Response later(String sentence) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds())
                .header("Connection", "close")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(sentence + "\r\n")
                .build();
    }

    private static Response response(HttpAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body().toByteArray());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
