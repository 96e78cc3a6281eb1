package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.demo.CompanyKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The gateway with its partners around it; ready when a scene is made, idle between measures. */
final class Scene implements AutoCloseable {
    private final Path home;
    private final Sizes sizes;
    private final Notices notices = new Notices();
    private final PartnerProcess partner;
    private final GatewayProcess gateway;
    private final LedgerLook ledger;
    private final Senders senders;

    private Scene(Path home, Sizes sizes, Path folder, PartnerProcess partner, GatewayProcess gateway)
            throws Exception {
        this.home = home;
        this.sizes = sizes;
        this.partner = partner;
        this.gateway = gateway;
        this.ledger = new LedgerLook(gateway.database());
        this.senders = new Senders(Files.createDirectories(folder.resolve("sent")), gateway.as2());
    }

    /**
     * Starts all.
     *
     * @param home the repository's root
     * @param folder an empty folder for all that they keep
     */
    static Scene start(Path home, Sizes sizes, Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        CompanyKeys keys = new CompanyKeys(ProfileFolder.keys(data));
        PartnerProcess partner = PartnerProcess.start(folder.resolve("partner"), ProfileFolder.keys(data));
        try {
            Path profiles = ProfileFolder.write(home, folder.resolve("partners"), keys, partner);
            return new Scene(home, sizes, folder, partner, GatewayProcess.start(home, data, profiles));
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

    /** New files of this farm, each with so many sets. */
    List<byte[]> files(Farm farm, Subscription to, int files, int sets) {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            made.add(notices.interchange(farm, to, sets));
        }
        return made;
    }

    /** Messages with these files, not sent yet. */
    List<OutgoingMessage> messages(Farm farm, List<byte[]> files) throws Exception {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (byte[] file : files) {
            messages.add(senders.message(farm, file));
        }
        return messages;
    }

    /** Returns when the file of a message that was confirmed is stored. */
    void stored(OutgoingMessage message) throws Exception {
        long inbox = ledger.inbox(message.messageId());
        Waiting.until("a file is stored", () -> ledger.stored(inbox));
    }

    /** Returns when the gateway has nothing to do any more. */
    void idle() throws Exception {
        Waiting.untilSeldomAsked("the gateway is idle", () -> ledger.waiting() == 0);
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            ledger.close();
        } finally {
            try {
                gateway.close();
            } finally {
                partner.close();
            }
        }
    }
}
