package io.lotwire.gateway;

import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many profiles and mappings work. One that does not keeps nobody else from working, so it stays up. */
@Readiness
@ApplicationScoped
public class PartnersHealth implements HealthCheck {
    private final Profiles profiles;
    private final Mappings mappings;

    PartnersHealth(Profiles profiles, Mappings mappings) {
        this.profiles = profiles;
        this.mappings = mappings;
    }

    @Override
    public HealthCheckResponse call() {
        long errors = Stream.concat(profiles.problems().stream(), mappings.problems().stream())
                .filter(Problem::isError)
                .count();
        return HealthCheckResponse.named("partners and mappings")
                .withData("partners", profiles.partners().size())
                .withData("mappings", mappings.names().size())
                .withData("errors", errors)
                .status(profiles.self().isPresent())
                .build();
    }
}
