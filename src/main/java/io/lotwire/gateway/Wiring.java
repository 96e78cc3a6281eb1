package io.lotwire.gateway;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.embedded.BrokerAddress;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.DataPath;
import io.lotwire.wire.mailbox.MailboxAddress;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Makes the core's parts known to the steps and the routes. */
final class Wiring {
    private static final Duration LEFTOVERS_OLDER_THAN = Duration.ofHours(1);

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
        pool.setConnectionFactory(new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password()));
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
