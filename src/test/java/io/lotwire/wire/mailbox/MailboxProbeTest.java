package io.lotwire.wire.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lotwire.mailbox.Mailbox;
import io.lotwire.mailbox.MailboxServer;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.sftp.SftpKind;
import io.lotwire.yaml.FileLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxProbeTest {
    private static final long BYTES = 1_000_000;

    @TempDir
    Path folder;

    private Path keys;

    @BeforeEach
    void copyAKey() throws Exception {
        keys = Files.copy(Path.of("partners/examples/keys/brightdock-logistics.pub"), folder.resolve("acme.pub"));
    }

    @Test
    void eachStepToOurServerIsTold() throws Exception {
        Mailbox mailbox = new Mailbox("acme", "acme", List.of(keys), BYTES, 10);
        try (MailboxServer server = MailboxServer.start(
                folder.resolve("mailbox"), "127.0.0.1", 0, List.of(mailbox), (partner, name, file) -> {})) {
            assertThat(ProbeLines.of(probe(server.port())))
                    .containsExactly("keys acme.pub ok", "setting ok", "name ok", "port ok", "ssh ok");
        }
    }

    @Test
    void aServerThatIsNotTurnedOnFails() {
        List<ProbeStep> steps = new MailboxProbe().run(wire(), ProbeLines.place());

        assertThat(ProbeLines.of(steps))
                .containsExactly("keys acme.pub ok", "setting FAILED", "name -", "port -", "ssh -");
    }

    @Test
    void aServerThatDoesNotRunFails() throws Exception {
        assertThat(ProbeLines.of(probe(ProbeLines.freePort())))
                .endsWith("setting ok", "name ok", "port FAILED", "ssh -");
    }

    @Test
    void anotherProgramAtThePortFails() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            assertThat(ProbeLines.of(probe(other.getAddress().getPort()))).endsWith("port ok", "ssh FAILED");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void keysThatAreNoneOrNotThereFail() throws Exception {
        Files.writeString(keys, "# none yet\n");
        assertThat(ProbeLines.of(new MailboxProbe().run(wire(), ProbeLines.place())))
                .startsWith("keys acme.pub FAILED");

        Files.writeString(keys, "no key at all\n");
        assertThat(ProbeLines.of(new MailboxProbe().run(wire(), ProbeLines.place())))
                .startsWith("keys acme.pub FAILED");

        Files.delete(keys);
        assertThat(ProbeLines.of(new MailboxProbe().run(wire(), ProbeLines.place())))
                .startsWith("keys acme.pub FAILED");
    }

    private List<ProbeStep> probe(int port) {
        return new MailboxProbe()
                .run(
                        wire(),
                        ProbeLines.place(
                                Optional.empty(),
                                Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", port)),
                                Optional.empty()));
    }

    private MailboxWire wire() {
        return new MailboxWire(new SftpKind(), "acme", List.of(keys), BYTES, 10, new FileLine("acme.yaml", 1));
    }
}
