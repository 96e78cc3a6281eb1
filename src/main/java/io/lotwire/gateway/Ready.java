package io.lotwire.gateway;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells whoever started the process that the gateway takes messages; its HTTP ports are the last parts to start. */
@ApplicationScoped
public class Ready {
    private final AtomicInteger portsToCome;

    Ready(Settings settings) {
        this.portsToCome = new AtomicInteger(settings.https().isPresent() ? 2 : 1);
    }

    void tell(@ObservesAsync HttpServerStart started) {
        onePortListens();
    }

    void tell(@ObservesAsync HttpsServerStart started) {
        onePortListens();
    }

    private void onePortListens() {
        if (portsToCome.decrementAndGet() == 0) {
            RunningParts.ready().accept(RunningParts.gateway());
        }
    }
}
