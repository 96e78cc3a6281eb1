package io.lotwire.wire.jms;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.jboss.logging.Logger;

/** The routes of JMS. */
@Singleton
final class JmsRoutes implements WireRoutes {
    private static final Logger LOG = Logger.getLogger(JmsRoutes.class);

    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof JmsWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        JmsWire jms = (JmsWire) wire;
        List<Route> routes = new ArrayList<>();
        if (jms.receive() != null) {
            routes.add(Route.receiving("receive-jms", partner.name(), receiving(partner.name(), jms.receive())));
        }
        if (jms.sends()) {
            Map<String, Object> to = Map.of(
                    "kind", jms.send().kind().word(), "destination", jms.send().name());
            routes.add(
                    Route.delivering("deliver-jms", partner.name(), wire.kind().word(), to));
        }
        return routes;
    }

    private static Map<String, Object> receiving(String partner, JmsWire.Destination from) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", partner);
        parameters.put("kind", from.kind().word());
        parameters.put("source", from.name());
        if (from.kind() == JmsWire.Kind.TOPIC) {
            parameters.put("subscription", subscription(partner));
            parameters.put("durable", true);
        }
        return parameters;
    }

    /** The broker goes on keeping what comes to a topic for them: it is theirs, should they come back. */
    @Override
    public void sayWhatStays(Profile before, Optional<Profile> after) {
        Optional<JmsWire.Destination> topic = topic(before);
        if (topic.isPresent() && !after.flatMap(JmsRoutes::topic).equals(topic)) {
            LOG.warnf(
                    "Nobody takes what comes to the topic %s for %s any more, but the broker keeps it in the queue '%s';"
                            + " delete that queue at the broker when it is not wanted.",
                    topic.get().name(),
                    before.name(),
                    ActiveMQDestination.createQueueNameForSubscription(true, null, subscription(before.name())));
        }
    }

    private static Optional<JmsWire.Destination> topic(Profile partner) {
        return partner.wire(JmsWire.class).map(JmsWire::receive).filter(from -> from.kind() == JmsWire.Kind.TOPIC);
    }

    private static String subscription(String partner) {
        return "lotwire." + partner;
    }
}
