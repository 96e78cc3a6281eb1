package io.lotwire.wire.mailbox;

import io.lotwire.mailbox.Mailbox;
import io.lotwire.mailbox.MailboxFolders;
import io.lotwire.mailbox.MailboxServer;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.wire.DataPath;
import io.lotwire.wire.Deliveries;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.NumberedName;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Sending;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.quarkus.main.events.BeforeStop;
import org.jboss.logging.Logger;

/** The mailboxes of the partners who have no SFTP server: runs our server, and puts deliveries into its outboxes. */
@Named("mailboxes")
@Singleton
public class Mailboxes {
    private static final Logger LOG = Logger.getLogger(Mailboxes.class);

    private final DataPath data;
    private final MailboxAddress door;
    private final Deliveries deliveries;
    private final ProfilesInForce rules;
    private final ProducerTemplate routes;
    private final Clock clock;
    private MailboxServer server;

    Mailboxes(
            DataPath data,
            MailboxAddress door,
            Deliveries deliveries,
            ProfilesInForce rules,
            ProducerTemplate routes,
            Clock clock) {
        this.data = data;
        this.door = door;
        this.deliveries = deliveries;
        this.rules = rules;
        this.routes = routes;
        this.clock = clock;
    }

    /** Starts the server, when the environment names its port and a profile has a mailbox. */
    synchronized void start(@Observes @Priority(ProfilesChanged.BEFORE_ROUTES) AfterStart started) {
        open(mailboxes(rules.profiles()));
    }

    /** Opens and closes mailboxes as the profiles now want them; what is under way in the others goes on. */
    synchronized void follow(@Observes @Priority(ProfilesChanged.BEFORE_ROUTES) ProfilesChanged change) {
        List<Mailbox> wanted = mailboxes(change.after());
        if (wanted.equals(mailboxes(change.before()))) {
            return;
        }
        if (server == null) {
            open(wanted);
            return;
        }
        try {
            server.change(wanted);
            LOG.infof("Mailboxes: %d", wanted.size());
        } catch (IOException failed) {
            LOG.errorf("The mailboxes stay as they were: %s", RootCause.sentence(failed));
        }
    }

    private static List<Mailbox> mailboxes(Profiles profiles) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (Profile partner : profiles.partners()) {
            partner.wire(MailboxWire.class).ifPresent(wire -> mailboxes.add(mailbox(partner.name(), wire)));
        }
        return mailboxes;
    }

    private void open(List<Mailbox> mailboxes) {
        Optional<InetSocketAddress> address = door.address();
        if (address.isEmpty() || mailboxes.isEmpty()) {
            return;
        }
        try {
            server = MailboxServer.start(
                    data.folder().resolve("mailbox"),
                    address.get().getHostString(),
                    address.get().getPort(),
                    mailboxes,
                    this::take);
            LOG.infof(
                    "Mailboxes: %d, SFTP at %s:%d",
                    mailboxes.size(), address.get().getHostString(), server.port());
        } catch (IOException failed) {
            LOG.errorf("The SFTP server of the mailboxes does not start: %s", RootCause.sentence(failed));
        }
    }

    private static Mailbox mailbox(String partner, MailboxWire wire) {
        return new Mailbox(partner, wire.user(), wire.authorizedKeys(), wire.maxBytes(), wire.maxFiles());
    }

    /** @throws IOException with a sentence when there is no server */
    synchronized void require() throws IOException {
        if (server == null) {
            throw new IOException("the SFTP server of the mailboxes does not run, LOTWIRE_MAILBOX_PORT turns it on");
        }
    }

    private void take(String partner, String name, Path file) throws IOException {
        Exchange done = routes.request("direct:receive-mailbox", exchange -> {
            exchange.getMessage().setHeader(ExchangeNames.PARTNER, partner);
            exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name);
            exchange.getMessage().setBody(file);
        });
        if (done.getException() != null) {
            LOG.warnf(
                    "File %s from %s was not taken, and they were told so: %s",
                    name, partner, RootCause.sentence(done.getException()));
            // No cause: the partner is told this sentence.
            throw new IOException("The file was not taken: write it again later");
        }
    }

    /** Puts deliveries into their partner's outbox; each under a name with a number when its own is taken. */
    public void put(@Body Sending sending) throws IOException {
        MailboxFolders folders = folders(sending.way().partner());
        for (Outgoing delivery : sending.outgoing()) {
            if (sending.mayTry(delivery.id(), clock.instant())) {
                try {
                    sending.confirm(delivery.id(), Deliveries.inPlace(put(folders, delivery)));
                } catch (IOException failed) {
                    sending.fail(delivery.id(), RootCause.sentence(failed));
                }
                deliveries.settleSome(sending);
            }
        }
    }

    private static String put(MailboxFolders folders, Outgoing delivery) throws IOException {
        for (int number = 1; number <= NumberedName.HIGHEST; number++) {
            String name = NumberedName.of(delivery.fileName(), number);
            try (InputStream bytes = delivery.open()) {
                if (folders.put(name, delivery.content().size(), bytes)) {
                    return name;
                }
            }
        }
        throw new FileAlreadyExistsException(delivery.fileName());
    }

    private synchronized MailboxFolders folders(String partner) throws IOException {
        require();
        return server.folders(partner).orElseThrow(() -> new IOException(partner + " has no mailbox"));
    }

    synchronized void stop(@Observes BeforeStop stopping) {
        if (server != null) {
            server.close();
        }
    }
}
