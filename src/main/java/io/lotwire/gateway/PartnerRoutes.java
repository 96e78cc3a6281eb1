package io.lotwire.gateway;

import io.lotwire.partner.As2Wire;
import io.lotwire.partner.JmsWire;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.SftpWire;
import io.lotwire.partner.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

    PartnerRoutes(Profiles profiles, CamelContext camel) {
        this.profiles = profiles;
        this.camel = camel;
    }

    void start(@Observes AfterStart started) {
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
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("queue", Due.queueFor(partner.name(), wire.kind().word()));
        if (wire instanceof SftpWire sftp) {
            startSftp(partner, sftp, parameters);
            return;
        }
        if (wire instanceof JmsWire jms) {
            parameters.put("destination", jms.queue());
        }
        add("deliver", partner, wire, parameters);
        if (wire instanceof As2Wire) {
            String queue = Due.queueFor(partner.name(), Due.AS2_MDN);
            camel.addRouteFromTemplate("deliver-as2-mdn-" + partner.name(), "deliver-as2-mdn", Map.of("queue", queue));
        }
    }

    private void startSftp(Profile partner, SftpWire sftp, Map<String, Object> parameters) throws Exception {
        for (Path file : List.of(sftp.privateKey(), sftp.knownHosts())) {
            if (!Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        parameters.put("host", sftp.host());
        parameters.put("port", sftp.port());
        parameters.put("user", sftp.user());
        parameters.put("privateKey", sftp.privateKey().toAbsolutePath());
        parameters.put("hostKey", sftp.knownHosts().toAbsolutePath());
        if (sftp.dropOff() != null) {
            parameters.put("directory", sftp.dropOff().directory());
            add("deliver", partner, sftp, parameters);
        }
        SftpWire.PickUp pickUp = sftp.pickUp();
        if (pickUp != null) {
            Map<String, Object> fetching = new HashMap<>(parameters);
            fetching.remove("queue");
            fetching.put("partner", partner.name());
            fetching.put("directory", pickUp.directory());
            fetching.put("pattern", pickUp.pattern());
            fetching.put("archive", pickUp.archive());
            fetching.put("minAge", pickUp.minAge().toMillis());
            add("receive", partner, sftp, fetching);
        }
    }

    private void add(String verb, Profile partner, Wire wire, Map<String, Object> parameters) throws Exception {
        String template = verb + "-" + wire.kind().word();
        camel.addRouteFromTemplate(template + "-" + partner.name(), template, parameters);
    }
}
