package io.lotwire.gateway.health;

import io.lotwire.wire.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Ready means that the broker takes messages; until it does, what comes in is kept and waits in the ledger. */
@Readiness
@ApplicationScoped
public class BrokerHealth implements HealthCheck {
    private static final String NAME = "message broker";

    private final JmsPoolConnectionFactory connections;

    BrokerHealth(JmsPoolConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public HealthCheckResponse call() {
        try (JMSContext context = connections.createContext()) {
            context.start();
            return HealthCheckResponse.named(NAME).up().build();
        } catch (JMSRuntimeException e) {
            return HealthCheckResponse.named(NAME)
                    .withData("problem", RootCause.sentence(e))
                    .down()
                    .build();
        }
    }
}
