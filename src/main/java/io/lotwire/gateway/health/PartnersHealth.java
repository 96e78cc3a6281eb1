package io.lotwire.gateway.health;

import io.lotwire.gateway.rule.ProfileState;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many profiles and mappings work, and which do not. One that does not keeps nobody else from working, so it
 * stays up.
 */
@Readiness
@ApplicationScoped
public class PartnersHealth implements HealthCheck {
    private final RulesInForce inForce;

    PartnersHealth(RulesInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public HealthCheckResponse call() {
        Rules rules = inForce.now();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("partners and mappings")
                .withData("partners", rules.profiles().partners().size())
                .withData("mappings", rules.mappings().names().size())
                .withData(
                        "errors",
                        rules.problems().stream().filter(Problem::isError).count());
        for (String name : rules.profiles().wrong()) {
            answer.withData("profile " + name, ProfileState.sentence(rules.profiles(), name));
        }
        rules.mappings().problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> answer.withData("mapping " + problem.place(), problem.message()));
        return answer.status(rules.profiles().self().isPresent()).build();
    }
}
