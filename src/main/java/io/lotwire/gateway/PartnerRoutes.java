package io.lotwire.gateway;

import io.lotwire.partner.As2Wire;
import io.lotwire.partner.JmsWire;
import io.lotwire.partner.MailboxWire;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.SftpWire;
import io.lotwire.partner.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.jboss.logging.Logger;

/** Makes the routes of each partner's wires from the templates in {@code routes/}. */
@ApplicationScoped
public class PartnerRoutes {
    private static final Logger LOG = Logger.getLogger(PartnerRoutes.class);

    private final Profiles profiles;
    private final CamelContext camel;
    private final Mailboxes mailboxes;

    PartnerRoutes(Profiles profiles, CamelContext camel, Mailboxes mailboxes) {
        this.profiles = profiles;
        this.camel = camel;
        this.mailboxes = mailboxes;
    }

    void start(@Observes AfterStart started) {
        mailboxes.start();
        for (Profile partner : profiles.partners()) {
            for (Wire wire : partner.wires()) {
                try {
                    start(partner, wire);
                } catch (Exception notStarted) {
                    LOG.errorf(
                            "The %s wire of %s does not work: %s. Run 'lotwire partner check %s'.",
                            wire.kind().word(), partner.name(), RootCause.sentence(notStarted), partner.name());
                }
            }
        }
    }

    private void start(Profile partner, Wire wire) throws Exception {
        Map<String, Object> sending = new HashMap<>();
        sending.put("queue", Due.queueFor(partner.name(), wire.kind().word()));
        if (wire instanceof SftpWire sftp) {
            SftpRoutes routes = new SftpRoutes(partner.name(), sftp);
            routes.requireFiles();
            for (Map<String, Object> receiving : routes.receiving()) {
                add("receive", partner, wire, receiving);
            }
            sending.putAll(routes.sending());
        } else if (wire instanceof MailboxWire) {
            mailboxes.require();
        } else if (wire instanceof JmsWire jms) {
            if (jms.receive() != null) {
                add("receive", partner, wire, receiving(partner.name(), jms.receive()));
            }
            if (jms.sends()) {
                sending.put("kind", word(jms.send()));
                sending.put("destination", jms.send().name());
            }
        }
        if (wire.sends()) {
            add("deliver", partner, wire, sending);
        }
        if (wire instanceof As2Wire) {
            String queue = Due.queueFor(partner.name(), Due.AS2_MDN);
            camel.addRouteFromTemplate("deliver-as2-mdn-" + partner.name(), "deliver-as2-mdn", Map.of("queue", queue));
        }
    }

    private static Map<String, Object> receiving(String partner, JmsWire.Destination from) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", partner);
        parameters.put("kind", word(from));
        parameters.put("source", from.name());
        if (from.kind() == JmsWire.Kind.TOPIC) {
            parameters.put("subscription", "lotwire." + partner);
            parameters.put("durable", true);
        }
        return parameters;
    }

    private static String word(JmsWire.Destination destination) {
        return destination.kind().name().toLowerCase(Locale.ROOT);
    }

    private void add(String verb, Profile partner, Wire wire, Map<String, Object> parameters) throws Exception {
        String template = verb + "-"
                + (wire instanceof MailboxWire ? "mailbox" : wire.kind().word());
        String id = template + "-" + partner.name();
        Object directory = parameters.get("directory");
        boolean oneOfSeveral = camel.getRoute(id) != null;
        camel.addRouteFromTemplate(oneOfSeveral ? id + "-" + directory : id, template, parameters);
    }
}
