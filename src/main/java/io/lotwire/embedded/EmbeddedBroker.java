package io.lotwire.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A real Artemis that keeps its journal under a data folder: on 127.0.0.1 only, with a generated password. A message is
 * on disk before its sender hears yes.
 */
public final class EmbeddedBroker implements AutoCloseable {
    /** Where messages go that nobody could take: the dead letter channel. */
    public static final String DEAD_LETTERS = "lotwire.dead";

    /** How often a message is tried, over about 16 s, before it goes there; the ledger still knows of its work. */
    public static final int MAX_DELIVERY_ATTEMPTS = 6;

    private static final String USER = "lotwire";
    private static final int FLUSH_AFTER_NANOSECONDS = 100_000;
    private static final long FIRST_REDELIVERY_MILLISECONDS = 500;
    private static final double REDELIVERY_FACTOR = 2;
    private static final long LONGEST_REDELIVERY_MILLISECONDS = 60_000;
    private static final long BYTES_IN_MEMORY = 32L * 1024 * 1024;
    private static final int JOURNAL_FILE_BYTES = 8 * 1024 * 1024;

    /**
     * Of each queue the ids of the last 20,000 messages are remembered, so that none is taken twice, and each keeps the journal
     * file that it is in. With so many files (1 GB) they become free one after the other; with fewer the whole journal
     * would be read and written anew again and again.
     */
    private static final int COMPACTED_FROM_FILES = 128;

    private static final int DISK_FULL_PERCENT = 98;

    private final EmbeddedActiveMQ broker;
    private final BrokerAddress address;

    private EmbeddedBroker(EmbeddedActiveMQ broker, BrokerAddress address) {
        this.broker = broker;
        this.address = address;
    }

    /** Starts the folder's broker on its own port, which stays the same while it is free. */
    public static EmbeddedBroker start(DataFolder folder) throws IOException {
        return start(folder, 0);
    }

    /**
     * Starts the folder's broker.
     *
     * @param folder the locked data folder
     * @param port the port on 127.0.0.1; 0 for the folder's own
     * @throws IOException when it does not start
     */
    public static EmbeddedBroker start(DataFolder folder, int port) throws IOException {
        Path home = SecretFile.privateFolder(folder.path().resolve("artemis"));
        String password = SecretFile.readOrMake(home.resolve("password"));
        int listening = port == 0 ? LoopbackPort.keptIn(home.resolve("port")) : port;
        BrokerAddress address = new BrokerAddress("tcp://127.0.0.1:" + listening, USER, password);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        try {
            broker.setConfiguration(configuration(home, address));
            broker.setSecurityManager(oneUser(password));
            broker.start();
            if (!broker.getActiveMQServer().isActive()) {
                broker.stop();
                throw new IOException("it did not become active");
            }
        } catch (Exception e) {
            throw new IOException(
                    "The embedded Artemis in " + home + " does not start on " + address.url() + ": " + e.getMessage()
                            + ". Instead of it, LOTWIRE_BROKER_URL can name a broker of your own.",
                    e);
        }
        return new EmbeddedBroker(broker, address);
    }

    /** Where the folder's broker listens, or listened when it last ran; empty when it never did. */
    public static Optional<BrokerAddress> addressIn(Path folder) throws IOException {
        Path home = folder.resolve("artemis");
        int port = LoopbackPort.stored(home.resolve("port"));
        return port == 0
                ? Optional.empty()
                : Optional.of(new BrokerAddress(
                        "tcp://127.0.0.1:" + port,
                        USER,
                        Files.readString(home.resolve("password")).strip()));
    }

    /** Where it listens. */
    public BrokerAddress address() {
        return address;
    }

    /** How often it has read its journal and written it anew since it started. */
    int compactions() {
        return ((JournalImpl) broker.getActiveMQServer().getStorageManager().getMessageJournal()).getCompactCount();
    }

    /** Stops it; what its journal holds is there at the next start. */
    @Override
    public void close() throws IOException {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IOException("The embedded Artemis at " + address.url() + " did not stop cleanly.", e);
        }
    }

    private static Configuration configuration(Path home, BrokerAddress address) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("lotwire")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(home.resolve("journal").toString())
                .setBindingsDirectory(home.resolve("bindings").toString())
                .setLargeMessagesDirectory(home.resolve("large-messages").toString())
                .setPagingDirectory(home.resolve("paging").toString())
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalCompactMinFiles(COMPACTED_FROM_FILES)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                // The default of 3.3 ms holds one blocking sender to about 285 messages a second.
                .setJournalBufferTimeout_NIO(FLUSH_AFTER_NANOSECONDS)
                .setGlobalMaxSize(BYTES_IN_MEMORY)
                .setMaxDiskUsage(DISK_FULL_PERCENT)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("loopback", address.url() + "?protocols=CORE");
        configuration.putSecurityRoles(
                "#", Set.of(new Role(USER, true, true, true, true, true, true, true, true, true, true, false, false)));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(DEAD_LETTERS)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(DEAD_LETTERS).setRoutingType(RoutingType.ANYCAST)));
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                        .setAutoCreateAddresses(true)
                        .setAutoCreateQueues(true)
                        .setAutoDeleteAddresses(false)
                        .setAutoDeleteQueues(false)
                        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                        .setMaxDeliveryAttempts(MAX_DELIVERY_ATTEMPTS)
                        .setRedeliveryDelay(FIRST_REDELIVERY_MILLISECONDS)
                        .setRedeliveryMultiplier(REDELIVERY_FACTOR)
                        .setMaxRedeliveryDelay(LONGEST_REDELIVERY_MILLISECONDS)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE));
        return configuration;
    }

    private static ActiveMQJAASSecurityManager oneUser(String password) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, password);
        users.addRole(USER, USER);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
