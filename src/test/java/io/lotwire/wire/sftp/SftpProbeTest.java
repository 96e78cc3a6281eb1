package io.lotwire.wire.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.wire.Completeness;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.PollSchedule;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.yaml.FileLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpProbeTest {
    private static final String PASSWORD = "seldom-guessed";

    @TempDir
    Path folder;

    private final SshServer server = SshServer.setUpDefaultServer();
    private Path root;
    private Path knownHosts;

    @BeforeEach
    void startTheServer() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("out"));
        Files.createDirectory(root.resolve("in"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(hostKey("host.key"));
        server.setPasswordAuthenticator((user, given, session) -> user.equals("acme") && given.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        knownHosts = folder.resolve("known_hosts");
        know("host.key");
    }

    @AfterEach
    void stopTheServer() throws Exception {
        server.close(true);
    }

    @Test
    void eachStepToAServerThatWorksIsToldAndNothingIsLeftThere() throws Exception {
        Files.writeString(root.resolve("out/a.edi"), "ISA");

        assertThat(ProbeLines.of(probe(PASSWORD)))
                .containsExactly(
                        "name ok",
                        "port ok",
                        "files ok",
                        "ssh ok",
                        "host key ok",
                        "login ok",
                        "pick-up out ok",
                        "drop-off in ok");
        assertThat(root.resolve("out")).isDirectoryContaining("glob:**/a.edi");
        assertThat(root.resolve("in")).isEmptyDirectory();
    }

    @Test
    void aPortAtWhichNobodyListensFails() throws Exception {
        server.stop(true);
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps))
                .startsWith("name ok", "port FAILED", "files -", "ssh -")
                .endsWith("drop-off in -");
        assertThat(ProbeLines.failure(steps)).startsWith("nobody listens at port ");
    }

    @Test
    void aNameThatNobodyKnowsFails() {
        List<ProbeStep> steps = new SftpProbe().run(wire("sftp.invalid", PASSWORD), ProbeLines.place());

        assertThat(ProbeLines.of(steps)).startsWith("name FAILED", "port -");
        assertThat(ProbeLines.failure(steps)).isEqualTo("the name sftp.invalid is not known here");
    }

    @Test
    void aFileOfKnownHostsThatIsNotThereFails() throws Exception {
        Files.delete(knownHosts);

        assertThat(ProbeLines.of(probe(PASSWORD))).contains("files FAILED", "ssh -");
    }

    @Test
    void aServerWhoseKeyIsNotKnownFails() throws Exception {
        Files.writeString(knownHosts, "");
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps)).contains("ssh ok", "host key FAILED", "login -");
        assertThat(ProbeLines.failure(steps)).contains("has no key of [127.0.0.1]:" + server.getPort());
    }

    @Test
    void aServerThatShowsAnotherKeyFails() throws Exception {
        know("other.key");
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps)).contains("ssh ok", "host key FAILED", "login -");
        assertThat(ProbeLines.failure(steps)).startsWith("the server shows another host key than ");
    }

    @Test
    void aWrongPasswordFailsAndIsNotTold() {
        List<ProbeStep> steps = probe("wrong-but-secret");

        assertThat(ProbeLines.of(steps)).contains("host key ok", "login FAILED", "pick-up out -");
        assertThat(steps.toString()).doesNotContain("wrong-but-secret");
    }

    @Test
    void aDirectoryThatIsNotThereFailsAndTheOtherIsTried() throws Exception {
        Files.delete(root.resolve("out"));

        assertThat(ProbeLines.of(probe(PASSWORD))).endsWith("login ok", "pick-up out FAILED", "drop-off in ok");
    }

    @Test
    void aFileInPlaceOfADirectoryFails() throws Exception {
        Files.delete(root.resolve("in"));
        Files.writeString(root.resolve("in"), "");
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps)).endsWith("pick-up out ok", "drop-off in FAILED");
        assertThat(ProbeLines.failure(steps)).isEqualTo("'in' is no directory");
    }

    @Test
    void aDirectoryInWhichNobodyMayWriteFails() throws Exception {
        Files.setPosixFilePermissions(root.resolve("in"), PosixFilePermissions.fromString("r-xr-xr-x"));
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps)).endsWith("pick-up out ok", "drop-off in FAILED");
        assertThat(ProbeLines.failure(steps)).isEqualTo("nobody may write in 'in': we cannot put files there");
    }

    @Test
    void aServerThatGivesNoSftpFails() {
        server.setSubsystemFactories(List.of());
        List<ProbeStep> steps = probe(PASSWORD);

        assertThat(ProbeLines.of(steps)).contains("host key ok", "login FAILED", "pick-up out -");
        assertThat(ProbeLines.failure(steps)).startsWith("'acme' may log in, but not use SFTP");
    }

    @Test
    void aServerThatDoesNotSpeakSshFails() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            List<ProbeStep> steps = new SftpProbe()
                    .run(
                            wire("127.0.0.1", other.getAddress().getPort(), new SftpLogin.KnownPassword(PASSWORD)),
                            ProbeLines.place());
            assertThat(ProbeLines.of(steps)).contains("files ok", "ssh FAILED", "host key -", "login -");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aFileThatIsNoKeyFails() throws Exception {
        Path key = Files.writeString(folder.resolve("acme.key"), "no key");
        List<ProbeStep> steps = new SftpProbe()
                .run(wire("127.0.0.1", server.getPort(), new SftpLogin.PrivateKey(key)), ProbeLines.place());

        assertThat(ProbeLines.of(steps)).contains("files FAILED", "ssh -");
        assertThat(ProbeLines.failure(steps)).contains("acme.key is no private key");
    }

    @Test
    void aKeyOpensTheServerUnlessItWantsAPassphrase() throws Exception {
        server.setPublickeyAuthenticator((user, shown, session) -> user.equals("acme"));
        Path key = folder.resolve("acme.key");
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048);
        pair.writePrivateKey(key.toString());
        SftpWire wire = wire("127.0.0.1", server.getPort(), new SftpLogin.PrivateKey(key));
        assertThat(ProbeLines.of(new SftpProbe().run(wire, ProbeLines.place()))).contains("login ok", "drop-off in ok");

        pair.writePrivateKey(key.toString(), PASSWORD.getBytes(StandardCharsets.UTF_8));
        List<ProbeStep> steps = new SftpProbe().run(wire, ProbeLines.place());
        assertThat(ProbeLines.of(steps)).contains("files FAILED", "ssh -");
        assertThat(ProbeLines.failure(steps)).contains("acme.key wants a passphrase");
    }

    private List<ProbeStep> probe(String password) {
        return new SftpProbe().run(wire("127.0.0.1", password), ProbeLines.place());
    }

    private SftpWire wire(String host, String password) {
        return wire(host, server.getPort(), new SftpLogin.KnownPassword(password));
    }

    private SftpWire wire(String host, int port, SftpLogin login) {
        return new SftpWire(
                host,
                port,
                "acme",
                login,
                knownHosts,
                SftpAlgorithms.unrestricted(),
                Duration.ofMinutes(1),
                List.of(new PickUp(
                        "out",
                        List.of("*"),
                        new Completeness.Unchanged(Duration.ofSeconds(1)),
                        "archive",
                        new PollSchedule.Every(Duration.ofSeconds(1)))),
                new DropOff("in", DropOff.IfExists.OVERRIDE),
                new FileLine("acme.yaml", 1));
    }

    private SimpleGeneratorHostKeyProvider hostKey(String name) {
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(folder.resolve(name));
        key.setAlgorithm(KeyUtils.RSA_ALGORITHM);
        return key;
    }

    private void know(String key) throws Exception {
        Files.writeString(
                knownHosts,
                "[127.0.0.1]:" + server.getPort() + " "
                        + PublicKeyEntry.toString(
                                hostKey(key).loadKeys(null).iterator().next().getPublic()) + "\n");
    }
}
