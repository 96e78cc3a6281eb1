package io.lotwire.wire.as2;

import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.wire.http.BodyStream;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How one request is answered, and what it hears when it gets no further than the door. */
final class Answers {
    /** To a body past the limit of Quarkus, whose length was not said before. */
    static final HttpAnswer TOO_LARGE = new HttpAnswer(413, Map.of("Connection", "close"), Octets.EMPTY);

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final RoutingContext request;
    private final BodyStream body;
    private final Context eventLoop;

    /** Made on the event loop. */
    Answers(RoutingContext request, BodyStream body) {
        this.request = request;
        this.body = body;
        this.eventLoop = request.vertx().getOrCreateContext();
    }

    /** Gives the answer, when the sender still is there. What was not read of the body is read over. */
    void give(HttpAnswer answer) {
        eventLoop.runOnContext(now -> {
            body.close();
            HttpServerResponse response = request.response();
            if (!response.ended() && !response.closed()) {
                response.setStatusCode(answer.status());
                inOrder(answer.headers()).forEach(response::putHeader);
                response.end(Buffer.buffer(answer.body().toByteArray())).onComplete(written -> closeIfBroken());
            }
        });
    }

    /** Lets Quarkus tell of a failure that is nobody's doing. */
    void fail(Throwable failure) {
        eventLoop.runOnContext(now -> {
            body.close();
            request.fail(failure);
        });
    }

    /** One order for all answers: a stored one has lost its own. */
    private static Map<String, String> inOrder(Map<String, String> headers) {
        Map<String, String> inOrder = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inOrder.putAll(headers);
        return inOrder;
    }

    /** A body that came to no end cannot be read over: where the next request begins is not known. */
    private void closeIfBroken() {
        if (body.isBroken()) {
            request.request().connection().close();
        }
    }

    /** That the message is to be sent again later. */
    static HttpAnswer later(String sentence) {
        return refusal(503, sentence, Map.of("Retry-After", Long.toString(RETRY_AFTER.toSeconds())));
    }

    /** That the request was not let in. */
    static HttpAnswer closed(Door.Closed closed) {
        return switch (closed.reason()) {
            case FULL -> later("As many requests are under way as agreed; please send the message again later.");
            case FROM_ELSEWHERE -> refusal(403, "The agreement names other addresses to send from.", Map.of());
            case NOT_KNOWN -> {
                String sentence = "The agreement wants other credentials.";
                yield closed.loginWanted()
                        ? refusal(401, sentence, Map.of("WWW-Authenticate", "Basic realm=\"AS2\", charset=\"UTF-8\""))
                        : refusal(403, sentence, Map.of());
            }
        };
    }

    /** Its body may be on the way still, so the sender is asked to use another connection. */
    private static HttpAnswer refusal(int status, String sentence, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Connection", "close");
        headers.put("Content-Type", "text/plain");
        return new HttpAnswer(status, headers, Octets.of(sentence + "\r\n"));
    }
}
