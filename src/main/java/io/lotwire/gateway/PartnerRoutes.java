package io.lotwire.gateway;

import io.lotwire.ledger.Outbox;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Wire;
import io.lotwire.wire.as2.As2Wire;
import io.lotwire.wire.jms.JmsWire;
import io.lotwire.wire.mailbox.MailboxWire;
import io.lotwire.wire.sftp.SftpWire;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.jboss.logging.Logger;

/**
 * Makes the routes of each partner's wires from the templates in {@code routes/}, and makes them anew when those wires
 * change.
 */
@ApplicationScoped
public class PartnerRoutes {
    private static final Logger LOG = Logger.getLogger(PartnerRoutes.class);

    /** What a route has under way may take so long; then it is broken off, and tried again by the new route. */
    private static final long PATIENCE_SECONDS = 60;

    private final RulesInForce rules;
    private final CamelContext camel;
    private final Mailboxes mailboxes;
    private final Map<String, Running> running = new TreeMap<>();
    private volatile List<Outbox.Way> open = List.of();

    PartnerRoutes(RulesInForce rules, CamelContext camel, Mailboxes mailboxes) {
        this.rules = rules;
        this.camel = camel;
        this.mailboxes = mailboxes;
    }

    /** A partner's routes, the profile that they were made from, and the wires that they send over. */
    private record Running(Profile profile, List<String> routes, List<Outbox.Way> open) {
        boolean fits(Profile now) {
            return profile.wires().equals(now.wires())
                    && profile.version().files().equals(now.version().files());
        }
    }

    void start(@Observes AfterStart started) {
        mailboxes.start();
        startMissing(rules.profiles());
    }

    /** Stops the routes of partners whose wires changed or who are gone; starts those that are not there. */
    synchronized void follow(@Observes @Priority(RulesChanged.ROUTES) RulesChanged change) {
        Profiles after = change.after().profiles();
        for (Running partner : List.copyOf(running.values())) {
            boolean same =
                    after.byName(partner.profile().name()).filter(partner::fits).isPresent();
            if (!same) {
                stop(partner);
                sayWhatStays(partner.profile(), after);
            }
        }
        startMissing(after);
    }

    private synchronized void startMissing(Profiles profiles) {
        for (Profile partner : profiles.partners()) {
            if (!running.containsKey(partner.name())) {
                Running started = new Running(partner, new ArrayList<>(), new ArrayList<>());
                startAll(started);
                running.put(partner.name(), started);
            }
        }
        open = running.values().stream().flatMap(each -> each.open().stream()).toList();
    }

    /** The wires that deliveries can be sent over now. */
    List<Outbox.Way> open() {
        return open;
    }

    private void startAll(Running started) {
        Profile partner = started.profile();
        for (Wire wire : partner.wires()) {
            try {
                start(partner, wire, started);
            } catch (Exception notStarted) {
                LOG.errorf(
                        "The %s wire of %s does not work: %s. Run 'lotwire partner check %s'.",
                        wire.kind().word(), partner.name(), RootCause.sentence(notStarted), partner.name());
            }
        }
    }

    private void stop(Running partner) {
        for (String route : partner.routes()) {
            try {
                camel.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(route);
            } catch (Exception notStopped) {
                LOG.errorf("The route %s does not stop: %s", route, RootCause.sentence(notStopped));
            }
        }
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof PartnerEndpoint theirs
                    && theirs.partner().equals(partner.profile().name())) {
                forget(endpoint);
            }
        }
        running.remove(partner.profile().name());
    }

    /** The broker goes on keeping what comes to a topic for them: it is theirs, should they come back. */
    private static void sayWhatStays(Profile before, Profiles after) {
        Optional<JmsWire.Destination> topic = topic(before);
        if (topic.isPresent()
                && !after.byName(before.name()).flatMap(PartnerRoutes::topic).equals(topic)) {
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

    private void forget(Endpoint endpoint) {
        try {
            camel.removeEndpoint(endpoint);
        } catch (Exception notForgotten) {
            LOG.errorf(
                    "The endpoint %s does not end: %s",
                    endpoint.getEndpointBaseUri(), RootCause.sentence(notForgotten));
        }
    }

    private void start(Profile partner, Wire wire, Running started) throws Exception {
        List<String> routes = started.routes();
        Map<String, Object> sending = new HashMap<>();
        sending.put("queue", Due.queueFor(partner.name(), wire.kind().word()));
        if (wire instanceof SftpWire sftp) {
            SftpRoutes server = new SftpRoutes(partner.name(), sftp);
            server.requireFiles();
            for (Map<String, Object> receiving : server.receiving()) {
                add("receive", partner, wire, receiving, routes);
            }
            sending.putAll(server.sending());
        } else if (wire instanceof MailboxWire) {
            mailboxes.require();
        } else if (wire instanceof JmsWire jms) {
            if (jms.receive() != null) {
                add("receive", partner, wire, receiving(partner.name(), jms.receive()), routes);
            }
            if (jms.sends()) {
                sending.put("kind", word(jms.send()));
                sending.put("destination", jms.send().name());
            }
        }
        if (wire.sends()) {
            add("deliver", partner, wire, sending, routes);
            started.open().add(new Outbox.Way(partner.name(), wire.kind().word()));
        }
        if (wire instanceof As2Wire) {
            String queue = Due.queueFor(partner.name(), Due.AS2_MDN);
            routes.add(camel.addRouteFromTemplate(
                    "deliver-as2-mdn-" + partner.name(), "deliver-as2-mdn", Map.of("queue", queue)));
            started.open().add(new Outbox.Way(partner.name(), Due.AS2_MDN));
        }
    }

    private static Map<String, Object> receiving(String partner, JmsWire.Destination from) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", partner);
        parameters.put("kind", word(from));
        parameters.put("source", from.name());
        if (from.kind() == JmsWire.Kind.TOPIC) {
            parameters.put("subscription", subscription(partner));
            parameters.put("durable", true);
        }
        return parameters;
    }

    private static String word(JmsWire.Destination destination) {
        return destination.kind().name().toLowerCase(Locale.ROOT);
    }

    private void add(String verb, Profile partner, Wire wire, Map<String, Object> parameters, List<String> routes)
            throws Exception {
        String template = verb + "-"
                + (wire instanceof MailboxWire ? "mailbox" : wire.kind().word());
        String id = template + "-" + partner.name();
        Object directory = parameters.get("directory");
        boolean oneOfSeveral = camel.getRoute(id) != null;
        routes.add(camel.addRouteFromTemplate(oneOfSeveral ? id + "-" + directory : id, template, parameters));
    }
}
