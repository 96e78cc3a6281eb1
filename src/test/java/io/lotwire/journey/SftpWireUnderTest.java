package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A gateway, and the warehouse's SFTP server behind a door that can lead elsewhere, stall or break. The warehouse has a
 * further directory, {@code signed}, where a done file says that a file is whole.
 */
final class SftpWireUnderTest implements AutoCloseable {
    private static final String WAREHOUSE = "harbor-3pl";

    /** With line ends after a document, which mean nothing there, it takes a while on its way. */
    private static final int PADDING = 200_000;

    private final Path data;
    private final Partners partners;
    private final TcpDoor door;
    private final ProfilesUnderTest profiles;
    private GatewayUnderTest gateway;
    private LedgerView ledger;

    private SftpWireUnderTest(Path data, Partners partners, TcpDoor door, ProfilesUnderTest profiles) {
        this.data = data;
        this.partners = partners;
        this.door = door;
        this.profiles = profiles;
    }

    /**
     * Starts the partners, each look at the warehouse a second after the last; the gateway is not started yet.
     *
     * @param folder where all of it lies
     * @param name of the gateway's data folder
     */
    static SftpWireUnderTest prepare(Path folder, String name) throws IOException {
        Path data = folder.resolve(name);
        Partners partners = Partners.start(data);
        Files.createDirectories(partners.warehouse().root().resolve("signed"));
        TcpDoor door = TcpDoor.before(partners.warehouse().port());
        Path knownHosts = data.resolve("keys/harbor-3pl.known_hosts");
        Files.writeString(
                knownHosts,
                Files.readString(knownHosts).replace(":" + partners.warehouse().port(), ":" + door.port()));
        return new SftpWireUnderTest(
                data,
                partners,
                door,
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .change(WAREHOUSE, "poll: { every: 2s }", "poll: { every: 1s }")
                        .change(WAREHOUSE, "      - directory: outbound\n", """
                                      - directory: signed
                                        complete: { by: done-file, name: "${stem}.ok" }
                                        poll: { every: 1s }
                                      - directory: outbound
                                """));
    }

    /** Changes a text in the warehouse's profile. */
    SftpWireUnderTest change(String from, String to) throws IOException {
        profiles.change(WAREHOUSE, from, to);
        return this;
    }

    /** Starts the gateway, the first time or after it was killed. */
    SftpWireUnderTest start() throws IOException {
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.folder());
        environment.put("HARBOR_SFTP_PORT", Integer.toString(door.port()));
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
        return this;
    }

    GatewayUnderTest gateway() {
        return gateway;
    }

    LedgerView ledger() {
        return ledger;
    }

    Partners partners() {
        return partners;
    }

    TcpDoor door() {
        return door;
    }

    /** The warehouse's files. */
    Path root() {
        return partners.warehouse().root();
    }

    /** Puts another server in place of the warehouse's own, with the same files and the same host key. */
    HeldServer heldServer(HeldServer.In step, String name) throws IOException {
        HeldServer server = new HeldServer(root(), root().resolveSibling("host.key"), step, name);
        door.leadTo(server.port());
        return server;
    }

    /** The warehouse's own server is reached again. */
    void serverIsBack() {
        door.leadTo(partners.warehouse().port());
    }

    /** A ship notice of the farm, for which the warehouse gets its lots. */
    InboxRow deliverLots(int number) throws Exception {
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(number).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        return ledger.done(notice.messageId());
    }

    /** The delivery of a ship notice's lots. */
    Delivery lots(InboxRow row) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.format().equals("lot-csv"))
                .findFirst()
                .orElseThrow();
    }

    /** How often a file of this name was fetched. */
    long fetched(String fileName) {
        return ledger.count("select count(*) from inbox where file_name = '" + fileName + "'");
    }

    /** The files in a directory of the warehouse, in order. */
    List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(root().resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A document so long that it is read in several parts. */
    static byte[] padded(byte[] document) {
        byte[] padded = Arrays.copyOf(document, document.length + PADDING);
        Arrays.fill(padded, document.length, padded.length, (byte) '\n');
        return padded;
    }

    @Override
    public void close() throws Exception {
        Ending.all(gateway, door, partners);
    }
}
