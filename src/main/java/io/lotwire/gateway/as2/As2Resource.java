package io.lotwire.gateway.as2;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.HttpAnswer;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import org.jboss.logging.Logger;

/** {@code POST /as2}: AS2 messages and asynchronous MDNs of all partners. */
@Path("/as2")
public class As2Resource {
    private static final Logger LOG = Logger.getLogger(As2Resource.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final As2Receiver receiver;
    private final As2Agreements agreements;
    private final As2Component component;

    As2Resource(As2Receiver receiver, As2Agreements agreements, As2Component component) {
        this.receiver = receiver;
        this.agreements = agreements;
        this.component = component;
    }

    /** Answers with the MDN; with a 503, so that the sender tries again, when the message could not be kept. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response post(@Context HttpHeaders headers, InputStream body) {
        try {
            return response(
                    component.received(receiver.receive(headers.getRequestHeaders(), body, agreements::incoming)));
        } catch (Exception notKept) {
            LOG.errorf(notKept, "An AS2 message could not be kept; the sender is told to try again");
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds())
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("The message was not taken; please send it again later.\r\n")
                    .build();
        }
    }

    private static Response response(HttpAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body().toByteArray());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
