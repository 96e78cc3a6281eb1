package io.lotwire.gateway;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.embedded.BrokerAddress;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Holder;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.DataPath;
import io.lotwire.wire.IntakeLimits;
import io.lotwire.wire.mailbox.MailboxAddress;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.jboss.logging.Logger;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Makes the core's parts known to the steps and the routes. */
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final Duration LEFTOVERS_OLDER_THAN = Duration.ofHours(1);

    /**
     * So much of a transaction travels before the broker has said that it has it. With the usual 64 KB a sender asks the
     * broker for leave after every second or third document.
     */
    private static final int BYTES_AHEAD_OF_THE_BROKER = 4 * 1024 * 1024;

    @Produces
    @Singleton
    Settings settings() {
        return RunningParts.settings();
    }

    @Produces
    @Singleton
    DataPath dataPath(Settings settings) {
        return new DataPath(settings.data());
    }

    @Produces
    @Singleton
    IntakeLimits intakeLimits(Settings settings) {
        return settings.intake();
    }

    /** The door of our SFTP server. */
    @Produces
    @Singleton
    MailboxAddress mailboxAddress(Settings settings) {
        return new MailboxAddress(settings.mailbox());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ledger ledger(DataSource database, Clock clock) {
        return new Ledger(database, clock);
    }

    /** This gateway among those that work on the ledger. */
    @Produces
    @Singleton
    Holder holder(DataSource database, Clock clock) throws SQLException {
        return Holder.join(database, clock);
    }

    /** When the database is gone before, its end has freed what was held. */
    void leave(@Disposes Holder holder) {
        try {
            holder.close();
        } catch (SQLException gone) {
            LOG.debug("The ledger was left by the end of its session", gone);
        }
    }

    @Produces
    @Singleton
    Archive archive(Settings settings) throws IOException {
        Archive archive = Archive.in(settings.data().resolve("archive"));
        archive.clearLeftovers(LEFTOVERS_OLDER_THAN);
        return archive;
    }

    @Produces
    @Singleton
    As2Receiver as2Receiver(Settings settings, Clock clock) {
        return new As2Receiver(settings.data().resolve("spool/as2-in"), As2Limits.standard(), clock);
    }

    @Produces
    @Singleton
    JmsPoolConnectionFactory connections() {
        BrokerAddress broker = RunningParts.gateway().broker();
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        // A message that wakes must not lie with a consumer who is busy while another has nothing to do.
        factory.setConsumerWindowSize(0);
        factory.setProducerWindowSize(BYTES_AHEAD_OF_THE_BROKER);
        pool.setConnectionFactory(factory);
        return pool;
    }

    @Produces
    @Named("jms")
    @Singleton
    JmsComponent jms(JmsPoolConnectionFactory connections) {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(connections);
        component.setCacheLevelName("CACHE_CONSUMER");
        return component;
    }
}
