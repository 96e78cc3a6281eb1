package io.lotwire.wire.jms;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Tries the broker, and asks it for the queues and topics of a wire; no message is sent or taken. */
public final class JmsProbe implements Probe {
    @Override
    public String word() {
        return "jms";
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof JmsWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        ProbeRun run = new ProbeRun();
        try (Trial trial = new Trial((JmsWire) wire, place.broker(), place.patience())) {
            trial.addTo(run);
        }
        return run.steps();
    }

    /** One visit. */
    private static final class Trial implements AutoCloseable {
        private final JmsWire wire;
        private final Optional<BrokerAddress> broker;
        private final Duration patience;
        private Optional<JMSSecurityException> refusal = Optional.empty();
        private ActiveMQConnectionFactory factory;
        private ActiveMQConnection connection;

        Trial(JmsWire wire, Optional<BrokerAddress> broker, Duration patience) {
            this.wire = wire;
            this.broker = broker;
            this.patience = patience;
        }

        void addTo(ProbeRun run) {
            run.first("setting", this::setting);
            run.first("broker", this::connect);
            run.first("login", this::login);
            if (wire.send() != null) {
                run.then("send " + wire.send().name(), () -> destination(wire.send()));
            }
            if (wire.receive() != null) {
                run.then("receive " + wire.receive().name(), () -> destination(wire.receive()));
            }
        }

        private String setting() throws ProbeFailed {
            return "it is " + address().url();
        }

        private BrokerAddress address() throws ProbeFailed {
            return broker.orElseThrow(() -> new ProbeFailed(
                    "the embedded broker has never run", "Start the gateway, or set LOTWIRE_BROKER_URL"));
        }

        private String connect() throws ProbeFailed {
            try {
                factory = new ActiveMQConnectionFactory(
                        address().url(), address().user(), address().password());
                factory.setCallTimeout(patience.toMillis());
                connection = (ActiveMQConnection) factory.createConnection();
            } catch (JMSSecurityException refused) {
                refusal = Optional.of(refused);
            } catch (JMSException | IllegalArgumentException failed) {
                throw new ProbeFailed(
                        "the broker is not reached at " + address().url(),
                        failed,
                        "Look whether the gateway runs, or whether the broker of LOTWIRE_BROKER_URL does");
            }
            return "it answers";
        }

        private String login() throws ProbeFailed {
            if (refusal.isPresent()) {
                throw new ProbeFailed(
                        "the broker does not let us in",
                        refusal.get(),
                        "Compare LOTWIRE_BROKER_USER and LOTWIRE_BROKER_PASSWORD with the users of the broker");
            }
            return address().user().isEmpty()
                    ? "logged in without a name"
                    : "logged in as '" + address().user() + "'";
        }

        private String destination(JmsWire.Destination destination) throws ProbeFailed {
            String kind = destination.kind().name().toLowerCase(Locale.ROOT);
            try {
                ClientSession.AddressQuery found =
                        connection.getInitialSession().addressQuery(SimpleString.of(destination.name()));
                if (found.isExists()) {
                    return "the " + kind + " is there; no message was sent or taken";
                }
                if (found.isAutoCreateAddresses() && found.isAutoCreateQueues()) {
                    return "the broker makes the " + kind + " when it is used first";
                }
            } catch (ActiveMQException refused) {
                throw new ProbeFailed(
                        "the broker tells nothing of the " + kind,
                        refused,
                        "Look at the rights of our user in the broker's security settings");
            }
            throw new ProbeFailed(
                    "the broker has no " + kind + " '" + destination.name() + "'",
                    "Look at the name in the profile, or have it made in the broker");
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.getSessionFactory().close();
            }
            if (factory != null) {
                factory.close();
            }
        }
    }
}
