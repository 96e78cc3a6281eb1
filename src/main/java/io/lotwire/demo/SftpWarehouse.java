package io.lotwire.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A warehouse's SFTP server on loopback: {@code outbound} holds what it says, {@code inbound} what it is told. */
public final class SftpWarehouse implements AutoCloseable {
    private static final int KEY_BITS = 3072;

    private final SshServer server;
    private final Path root;

    private SftpWarehouse(SshServer server, Path root) {
        this.server = server;
        this.root = root;
    }

    /**
     * Starts the server on a free port.
     *
     * @param folder what the server keeps: its files and its host key
     * @param user the one user who may log in
     * @param privateKey file of that user's key, made when it is missing (OpenSSH)
     * @param knownHosts file that this server's host key is written to, for the client (OpenSSH known_hosts)
     */
    public static SftpWarehouse start(Path folder, String user, Path privateKey, Path knownHosts) throws IOException {
        Path root = Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(root.resolve("outbound"));
        Files.createDirectories(root.resolve("inbound"));
        try {
            Path publicKeyFile = privateKey.resolveSibling(privateKey.getFileName() + ".pub");
            if (!Files.exists(privateKey) || !Files.exists(publicKeyFile)) {
                makeKey(privateKey, publicKeyFile);
            }
            var allowed = PublicKeyEntry.parsePublicKeyEntry(
                            Files.readString(publicKeyFile).strip())
                    .resolvePublicKey(null, null, null);
            SshServer server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(0);
            SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
            hostKey.setAlgorithm(KeyUtils.RSA_ALGORITHM);
            hostKey.setKeySize(KEY_BITS);
            server.setKeyPairProvider(hostKey);
            server.setPublickeyAuthenticator(
                    (name, key, session) -> name.equals(user) && KeyUtils.compareKeys(key, allowed));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            CoreModuleProperties.TCP_NODELAY.set(server, true);
            server.start();
            KeyPair host = hostKey.loadKeys(null).iterator().next();
            Files.writeString(
                    knownHosts,
                    "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
            return new SftpWarehouse(server, root);
        } catch (GeneralSecurityException e) {
            throw new IOException("The Java runtime cannot make an SSH key", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Puts a file into {@code outbound}, under its name only when it is whole. */
    public void drop(String name, byte[] bytes) throws IOException {
        Path part = root.resolve("outbound/." + name + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write(bytes);
        }
        Files.move(part, root.resolve("outbound").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder that a client sees as the server's root. */
    public Path root() {
        return root;
    }

    /** The names of the files in {@code inbound}. */
    public List<String> inbound() {
        try (Stream<Path> files = Files.list(root.resolve("inbound"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file in {@code inbound}. */
    public byte[] inbound(String name) throws IOException {
        return Files.readAllBytes(root.resolve("inbound").resolve(name));
    }

    /** Stops the server; its files stay. */
    @Override
    public void close() {
        server.close(true);
    }

    private static void makeKey(Path privateKey, Path publicKey) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        Files.deleteIfExists(privateKey);
        Files.createFile(
                privateKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(privateKey)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "gateway", null, out);
        }
        Files.writeString(publicKey, PublicKeyEntry.toString(pair.getPublic()) + "\n", StandardCharsets.US_ASCII);
    }
}
