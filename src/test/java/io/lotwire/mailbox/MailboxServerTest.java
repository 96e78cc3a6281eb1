package io.lotwire.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelSession;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners write into their mailbox and fetch from it, and can do nothing else. */
class MailboxServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REFUSAL = Duration.ofSeconds(1);
    private static final int KILOBYTE = 1000;

    @TempDir
    private Path folder;

    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<PublicKey> hostKeys = new ArrayList<>();
    private volatile boolean full;
    private KeyPair acme;
    private KeyPair bolt;
    private MailboxServer server;

    @BeforeEach
    void startWithTwoMailboxes() throws Exception {
        acme = key("EC", 256);
        bolt = key("RSA", 2048);
        start();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
    }

    @Test
    void aFileIsTakenWhenItIsClosedAndTheWriterHearsOfIt() throws Exception {
        SftpClient client = login("acme", acme);

        write(client, "/inbox/a.edi", "ISA*00");

        assertThat(taken).containsExactly(Map.entry("acme a.edi", "ISA*00"));
        assertThat(names(client, "/inbox")).isEmpty();
    }

    @Test
    void aFileWhoseConnectionBrokeIsNotTakenUntilItIsWrittenAgain() throws Exception {
        SftpClient client = login("acme", acme);
        SftpClient.CloseableHandle handle = client.open("/inbox/a.edi", OpenMode.Write, OpenMode.Create);
        client.write(handle, 0, "ISA*".getBytes(US_ASCII));

        client.getSession().close(true).await(PATIENCE);
        SftpClient again = login("acme", acme);

        await().atMost(PATIENCE).until(() -> writesAgain(again));
        assertThat(taken).containsExactly(Map.entry("acme a.edi", "ISA*00"));
    }

    /** Refused as long as the server has not noticed that the first connection broke. */
    private boolean writesAgain(SftpClient client) {
        assertThat(taken).isEmpty();
        try {
            write(client, "/inbox/a.edi", "ISA*00");
            return true;
        } catch (IOException stillOpen) {
            return false;
        }
    }

    @Test
    void aFileWithATemporaryNameIsTakenWhenItIsRenamed() throws Exception {
        SftpClient client = login("acme", acme);
        write(client, "/inbox/a.edi.filepart", "ISA*00");
        assertThat(taken).isEmpty();

        client.rename("/inbox/a.edi.filepart", "/inbox/a.edi");

        assertThat(taken).containsExactly(Map.entry("acme a.edi", "ISA*00"));
        assertThat(names(client, "/inbox")).isEmpty();
    }

    @Test
    void theWriterHearsWhenAFileIsNotTaken() throws Exception {
        SftpClient client = login("acme", acme);
        full = true;

        assertThatThrownBy(() -> write(client, "/inbox/a.edi", "ISA*00")).isInstanceOf(IOException.class);

        full = false;
        write(client, "/inbox/a.edi", "ISA*00");
        assertThat(taken).containsExactly(Map.entry("acme a.edi", "ISA*00"));
    }

    @Test
    void aDeliveryAppearsWholeAndIsFetchedAndDeleted() throws Exception {
        Path file = Files.writeString(folder.resolve("lots"), "lot,quantity");
        MailboxFolders folders = server.folders("acme").orElseThrow();
        assertThat(put(folders, "lots.csv", file)).isTrue();
        assertThat(put(folders, "lots.csv", file)).as("the same again").isTrue();
        assertThat(put(folders, "lots.csv", Files.writeString(folder.resolve("other"), "other")))
                .isFalse();

        SftpClient client = login("acme", acme);
        assertThat(names(client, "/outbox")).containsExactly("lots.csv");
        try (InputStream in = client.read("/outbox/lots.csv")) {
            assertThat(in.readAllBytes()).asString(US_ASCII).isEqualTo("lot,quantity");
        }
        client.remove("/outbox/lots.csv");

        assertThat(names(client, "/outbox")).isEmpty();
        assertThat(names(login("bolt", bolt), "/outbox")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.edi",
                "/outbox/a.edi",
                "/inbox/../a.edi",
                "/../under-way/a.edi",
                "/inbox/../../../bolt/files/inbox/a.edi",
                "../../bolt/files/inbox/a.edi",
                "/inbox/deep/a.edi",
                "/inbox/link/a.edi",
                "/inbox/file-link"
            })
    void nothingIsWrittenButIntoTheInbox(String path) throws Exception {
        plantLinks();
        SftpClient client = login("acme", acme);

        assertThatThrownBy(() -> write(client, path, "ISA*00")).isInstanceOf(IOException.class);

        assertThat(taken).isEmpty();
        assertThat(Files.readString(folder.resolve("secret"))).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/../host.key", "/../../host.key", "../../host.key", "/inbox/file-link"})
    void nothingIsReadButTheirOwnFiles(String path) throws Exception {
        plantLinks();
        SftpClient client = login("acme", acme);

        assertThatThrownBy(() -> {
                    try (InputStream in = client.read(path)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void foldersLinksAndFilesOfOthersAreNotMadeMovedOrRemoved() throws Exception {
        plantLinks();
        put(server.folders("acme").orElseThrow(), "lots.csv", Files.writeString(folder.resolve("lots"), "lot"));
        SftpClient client = login("acme", acme);
        write(client, "/inbox/a.part", "ISA*00");

        for (Attempt attempt : List.<Attempt>of(
                () -> client.mkdir("/inbox/new"),
                () -> client.mkdir("/new"),
                () -> client.rmdir("/outbox"),
                () -> client.symLink("/inbox/s", "/etc/passwd"),
                () -> client.link("/inbox/l", "/outbox/lots.csv", false),
                () -> client.rename("/inbox/a.part", "/outbox/a.edi"),
                () -> client.rename("/inbox/a.part", "/../../bolt/files/inbox/a.edi"),
                () -> client.rename("/outbox/lots.csv", "/inbox/lots.csv"),
                () -> client.rename("/inbox", "/elsewhere"),
                () -> names(client, "/inbox/link"))) {
            assertThatThrownBy(attempt::make).isInstanceOfAny(IOException.class, UncheckedIOException.class);
        }
        assertThat(names(client, "/outbox")).containsExactly("lots.csv");
        assertThat(names(client, "/..//..//")).containsExactlyInAnyOrder("inbox", "outbox");
        assertThat(taken).isEmpty();
    }

    @Test
    void moreFilesThanAgreedAreRefused() throws Exception {
        SftpClient client = login("acme", acme);
        write(client, "/inbox/1.part", "1");
        write(client, "/inbox/2.part", "2");

        assertThatThrownBy(() -> write(client, "/inbox/3.edi", "3")).isInstanceOf(IOException.class);

        client.remove("/inbox/1.part");
        write(client, "/inbox/3.edi", "3");
        assertThat(taken).containsOnlyKeys("acme 3.edi");
    }

    @Test
    void moreBytesThanAgreedAreRefusedOverAllFilesAtOnce() throws Exception {
        SftpClient client = login("acme", acme);
        write(client, "/inbox/1.part", "x".repeat(6 * KILOBYTE));

        assertThatThrownBy(() -> write(client, "/inbox/2.edi", "x".repeat(5 * KILOBYTE)))
                .isInstanceOf(IOException.class);
        SftpClient.CloseableHandle sparse = client.open("/inbox/3.edi", OpenMode.Write, OpenMode.Create);
        assertThatThrownBy(() -> client.setStat(sparse, new SftpClient.Attributes().size(1L << 40)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.write(sparse, 9L * KILOBYTE, new byte[2 * KILOBYTE]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.close(sparse)).as("what misses bytes").isInstanceOf(IOException.class);

        assertThat(taken).isEmpty();
        assertThat(names(client, "/inbox")).containsExactly("1.part");
    }

    @Test
    void aDeliveryCountsAndFindsNoRoomInAFullMailbox() throws Exception {
        SftpClient client = login("acme", acme);
        MailboxFolders folders = server.folders("acme").orElseThrow();
        Path lots = Files.writeString(folder.resolve("lots"), "x".repeat(5 * KILOBYTE));
        SftpClient.CloseableHandle open = client.open("/inbox/1.part", OpenMode.Write, OpenMode.Create);
        client.write(open, 0, new byte[5 * KILOBYTE]);
        put(folders, "lots.csv", lots);

        assertThatThrownBy(() -> client.write(open, 5L * KILOBYTE, new byte[1]))
                .as("written to a file that was open before the delivery came")
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(folders, "more.csv", Files.writeString(folder.resolve("more"), "y")))
                .hasMessage("The partner's mailbox is full: it holds 10000 bytes, and what is there has 10000;"
                        + " the file has 1");

        client.remove("/outbox/lots.csv");
        assertThat(put(folders, "more.csv", folder.resolve("more"))).isTrue();
    }

    @Test
    void nobodyEntersWithAnotherKeyOrWithAPassword() throws Exception {
        assertThatThrownBy(() -> login("acme", bolt)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login("nobody", acme)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    ClientSession session = connect("acme", client());
                    session.addPasswordIdentity("acme");
                    session.auth().verify(PATIENCE);
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void aClientWithOldCiphersOnlyIsRefused() throws Exception {
        SshClient old = client();
        old.setCipherFactories(List.<NamedFactory<Cipher>>of(BuiltinCiphers.aes128cbc));

        assertThatThrownBy(() -> {
                    ClientSession session = connect("acme", old);
                    session.addPublicKeyIdentity(acme);
                    session.auth().verify(PATIENCE);
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void noShellIsGivenAndNoCommandRun() throws Exception {
        SftpClient client = login("acme", acme);

        for (ChannelSession channel : List.of(
                client.getSession().createShellChannel(), client.getSession().createExecChannel("id"))) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            channel.setOut(printed);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.CLOSED), REFUSAL);
            assertThat(channel.getExitStatus()).isNull();
            assertThat(printed.size()).isZero();
        }
    }

    @Test
    void theHostKeyIsTheSameAfterARestart() throws Exception {
        login("acme", acme);
        server.close();
        start();
        login("acme", acme);

        assertThat(hostKeys).hasSize(2);
        assertThat(hostKeys.get(0)).isEqualTo(hostKeys.get(1));
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private void start() throws Exception {
        server = MailboxServer.start(
                folder.resolve("mailbox"),
                "127.0.0.1",
                0,
                List.of(mailbox("acme", acme), mailbox("bolt", bolt)),
                this::take);
    }

    private Mailbox mailbox(String name, KeyPair key) throws IOException {
        Path keys = Files.writeString(folder.resolve(name + ".pub"), PublicKeyEntry.toString(key.getPublic()) + "\n");
        return new Mailbox(name, name, List.of(keys), 10L * KILOBYTE, 2);
    }

    private void take(String partner, String name, Path file) throws IOException {
        if (full) {
            throw new IOException("not now");
        }
        taken.put(partner + " " + name, Files.readString(file));
    }

    private void plantLinks() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path inbox = server.folders("acme").orElseThrow().inbox();
        Files.createSymbolicLink(inbox.resolve("link"), folder);
        Files.createSymbolicLink(inbox.resolve("file-link"), secret);
    }

    private SftpClient login(String user, KeyPair key) throws IOException {
        ClientSession session = connect(user, client());
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        opened.add(0, sftp);
        return sftp;
    }

    private SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, key) -> {
            hostKeys.add(key);
            return true;
        });
        client.start();
        opened.add(0, client::stop);
        return client;
    }

    private ClientSession connect(String user, SshClient client) throws IOException {
        return client.connect(user, "127.0.0.1", server.port()).verify(PATIENCE).getSession();
    }

    private static void write(SftpClient client, String path, String text) throws IOException {
        try (OutputStream out = client.write(path)) {
            out.write(text.getBytes(US_ASCII));
        }
    }

    private static List<String> names(SftpClient client, String directory) throws IOException {
        List<String> names = new ArrayList<>();
        client.readEntries(directory).forEach(entry -> names.add(entry.getFilename()));
        names.removeAll(List.of(".", ".."));
        return names;
    }

    private static KeyPair key(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static boolean put(MailboxFolders folders, String name, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return folders.put(name, Files.size(file), bytes);
        }
    }
}
