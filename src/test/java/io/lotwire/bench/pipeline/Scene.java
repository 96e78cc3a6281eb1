package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.bytes.Content;
import io.lotwire.bench.pipeline.Notices.Item;
import io.lotwire.demo.CompanyKeys;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The gateway with its partners around it; ready when a scene is made, idle between measures. */
final class Scene implements AutoCloseable {
    private final Path home;
    private final Sizes sizes;
    private final Consumer<String> progress;
    private final Notices notices = new Notices();
    private final PartnerProcess partner;
    private final GatewayProcess gateway;
    private final LedgerLook ledger;
    private final Senders senders;
    private final Waiting waiting;
    private final Map<Subscription, Subscriber> subscribers = new EnumMap<>(Subscription.class);

    private Scene(Run run, Path folder, Cast cast, PartnerProcess partner, GatewayProcess gateway) throws Exception {
        this.home = run.home();
        this.sizes = run.sizes();
        this.progress = run.progress();
        this.partner = partner;
        this.gateway = gateway;
        this.ledger = new LedgerLook(gateway.database());
        this.senders = new Senders(Files.createDirectories(folder.resolve("sent")), gateway.as2());
        this.waiting = new Waiting(progress, this::life);
        for (Subscription subscription : cast.subscriptions()) {
            if (subscription.hasQueue()) {
                subscribers.put(subscription, Subscriber.of(gateway.broker(), subscription));
            }
        }
    }

    /**
     * How the benchmark is run.
     *
     * @param home the repository's root
     * @param progress takes a line for people now and then
     */
    record Run(Path home, Sizes sizes, Consumer<String> progress) {}

    /**
     * Starts all.
     *
     * @param folder an empty folder for all that they keep
     * @param cast who is there beside the gateway
     * @param javaOptions for the gateway's Java
     * @param settings of the gateway
     */
    static Scene start(Run run, Path folder, Cast cast, List<String> javaOptions, Map<String, String> settings)
            throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        CompanyKeys keys = new CompanyKeys(ProfileFolder.keys(data));
        PartnerProcess partner = PartnerProcess.start(folder.resolve("partner"), ProfileFolder.keys(data));
        try {
            Path profiles = ProfileFolder.write(run.home(), folder.resolve("partners"), keys, partner, cast);
            GatewayProcess gateway = GatewayProcess.start(run.home(), data, profiles, javaOptions, settings);
            try {
                return new Scene(run, folder, cast, partner, gateway);
            } catch (Exception notReached) {
                gateway.close();
                throw notReached;
            }
        } catch (Exception notStarted) {
            partner.close();
            throw notStarted;
        }
    }

    Path home() {
        return home;
    }

    Sizes sizes() {
        return sizes;
    }

    Consumer<String> progress() {
        return progress;
    }

    Notices notices() {
        return notices;
    }

    PartnerProcess partner() {
        return partner;
    }

    GatewayProcess gateway() {
        return gateway;
    }

    LedgerLook ledger() {
        return ledger;
    }

    Senders senders() {
        return senders;
    }

    Waiting waiting() {
        return waiting;
    }

    /** Who takes the deliveries to a queue. */
    Subscriber subscriber(Subscription subscription) {
        return subscribers.get(subscription);
    }

    /** How many deliveries have come to a queue, when no more come: the ledger knows of the last ones before they are here. */
    int servedBefore(Subscription subscription) throws Exception {
        Subscriber subscriber = subscriber(subscription);
        waiting.still("what comes to the queue", subscriber::count);
        return subscriber.count();
    }

    /** New files of this farm for the single subscriber, of one set each. */
    List<byte[]> files(Farm farm, int files) {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            made.add(notices.interchange(farm, Subscription.SINGLE, 1));
        }
        return made;
    }

    /** Messages with these files, not sent yet. */
    List<OutgoingMessage> messages(Farm farm, List<byte[]> files) throws Exception {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (byte[] file : files) {
            messages.add(senders.message(farm, Content.of(file)));
        }
        return messages;
    }

    /** A message with a new file of many sets, not sent yet. */
    OutgoingMessage big(Farm farm, Subscription to, int sets, int lots, Item item) throws Exception {
        Path document = senders.newFile();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(document))) {
            notices.write(out, farm, to, sets, lots, item);
        }
        return senders.message(farm, Content.of(document));
    }

    /** Sends a message; answers its number in the inbox. */
    long sent(Farm farm, OutgoingMessage message) throws Exception {
        senders.send(farm, List.of(message), 1);
        return ledger.inbox(farm, message.messageId());
    }

    /** Returns when a file is stored, by its number in the inbox. */
    void stored(long inbox) throws Exception {
        waiting.untilSeldomAsked("a file is stored", () -> ledger.stored(inbox));
    }

    /** Returns when the gateway has nothing to do any more. */
    void idle() throws Exception {
        waiting.untilSeldomAsked("the gateway is idle", () -> !ledger.atWork());
    }

    private String life() throws Exception {
        gateway.requireAlive();
        return ledger.life();
    }

    @Override
    public void close() throws Exception {
        try (PartnerProcess ignoredPartner = partner;
                GatewayProcess ignoredGateway = gateway;
                LedgerLook ignoredLedger = ledger) {
            for (Subscriber subscriber : subscribers.values()) {
                subscriber.close();
            }
        }
    }
}
