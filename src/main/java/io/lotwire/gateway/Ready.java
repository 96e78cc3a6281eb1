package io.lotwire.gateway;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Tells whoever started the process that the gateway takes messages; the HTTP server is the last part to start. */
@ApplicationScoped
public class Ready {
    void tell(@ObservesAsync HttpServerStart started) {
        RunningParts.ready().accept(RunningParts.gateway());
    }
}
