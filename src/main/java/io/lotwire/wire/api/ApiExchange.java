package io.lotwire.wire.api;

import io.lotwire.wire.http.BodyStream;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One request, and how it is answered. */
final class ApiExchange {
    private static final Logger LOG = Logger.getLogger(ApiExchange.class);

    /** Who guesses tokens gets no further than one a second over each connection. */
    private static final Duration REFUSED_AFTER = Duration.ofSeconds(1);

    private final RoutingContext request;
    private final Context eventLoop;
    private Optional<BodyStream> body = Optional.empty();

    private ApiExchange(RoutingContext request) {
        this.request = request;
        this.eventLoop = request.vertx().getOrCreateContext();
    }

    /** That of a request. Called on the event loop. */
    static ApiExchange of(RoutingContext request) {
        return new ApiExchange(request);
    }

    /**
     * Its body, which does not come in before it is told to. Called on the event loop.
     *
     * @param mostPause so long it may pause
     * @param most so many bytes it may have
     */
    BodyStream body(Duration mostPause, long most) {
        BodyStream stream = BodyStream.of(request, mostPause, most);
        body = Optional.of(stream);
        return stream;
    }

    /** Gives the answer, when the sender still is there. A body that nobody began to read is read over. */
    void give(ApiAnswer answer) {
        eventLoop.runOnContext(now -> {
            body.ifPresentOrElse(BodyStream::close, this::readOver);
            HttpServerResponse response = request.response();
            if (!response.ended() && !response.closed()) {
                response.setStatusCode(answer.status());
                response.putHeader("Content-Type", answer.type());
                answer.headers().forEach(response::putHeader);
                if (body.isPresent() && !request.request().isEnded()) {
                    // Nobody reads on, so that the next request would not be seen behind the rest.
                    response.putHeader("Connection", "close");
                }
                answer.file()
                        .map(file -> response.sendFile(file.toString()))
                        .orElseGet(() -> response.end(Buffer.buffer(answer.body())))
                        .onComplete(sent -> end(answer, sent.succeeded()));
            } else {
                delete(answer);
            }
        });
    }

    private void end(ApiAnswer answer, boolean sent) {
        delete(answer);
        closeIfBroken();
        if (!sent && answer.file().isPresent()) {
            // Of its length, a part was sent at most: the end of the connection is all that can be said now.
            request.request().connection().close();
        }
    }

    private void delete(ApiAnswer answer) {
        answer.file().ifPresent(file -> request.vertx()
                .fileSystem()
                .delete(file.toString())
                .onFailure(left -> LOG.warnf("The answer %s was not deleted: %s", file, left.getMessage())));
    }

    /** The same, in a while. Called on the event loop. */
    void giveLate(ApiAnswer answer) {
        request.vertx().setTimer(REFUSED_AFTER.toMillis(), timer -> give(answer));
    }

    private void readOver() {
        if (!request.request().isEnded()) {
            request.request().resume();
        }
    }

    /** A body that came to no end cannot be read over: where the next request begins is not known. */
    private void closeIfBroken() {
        if (body.filter(BodyStream::isBroken).isPresent()) {
            request.request().connection().close();
        }
    }
}
