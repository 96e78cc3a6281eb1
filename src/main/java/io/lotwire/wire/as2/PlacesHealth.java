package io.lotwire.wire.as2;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many AS2 requests are under way. A crowd may be a partner's doing, and another server's no help: it stays up. */
@Readiness
@ApplicationScoped
public class PlacesHealth implements HealthCheck {
    private final Places places;

    PlacesHealth(Places places) {
        this.places = places;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("AS2 requests")
                .withData("underWay", places.underWay())
                .withData("most", Places.MOST)
                .withData("toldToComeLater", places.refused())
                .up()
                .build();
    }
}
