package io.lotwire.web.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** So many pages are made at a time that partners' messages have threads enough: the rest hears that it is to come again. */
@Singleton
final class RequestPlaces {
    /** Of the 200 threads that Quarkus has, AS2 may hold 150, and what programs ask as many as this. */
    private static final int MOST = 24;

    private static final String HELD = "lotwire.place";
    private static final int AGAIN_AFTER_SECONDS = 2;

    private final Semaphore places = new Semaphore(MOST);

    @ServerRequestFilter(preMatching = true, priority = 0)
    Optional<Response> enter(ContainerRequestContext request) {
        if (places.tryAcquire()) {
            request.setProperty(HELD, true);
            return Optional.empty();
        }
        return Optional.of(Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", AGAIN_AFTER_SECONDS)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity("Many pages are asked for at this moment: load this one again in a few seconds.\n")
                .build());
    }

    @ServerResponseFilter
    void leave(ContainerRequestContext request) {
        if (request.getProperty(HELD) != null) {
            request.removeProperty(HELD);
            places.release();
        }
    }
}
