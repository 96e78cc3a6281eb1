package io.lotwire.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Somebody with a key of their own who visits mailboxes over SFTP. */
final class MailboxVisitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEY_BITS = 256;

    private final KeyPair key;
    private final Path publicKey;
    private final SshClient client;

    private MailboxVisitor(KeyPair key, Path publicKey, SshClient client) {
        this.key = key;
        this.publicKey = publicKey;
        this.client = client;
    }

    /** One with a new key, whose public part is written to this file. */
    static MailboxVisitor withKey(Path publicKey) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(KEY_BITS);
        KeyPair key = generator.generateKeyPair();
        Files.writeString(publicKey, PublicKeyEntry.toString(key.getPublic()) + "\n");
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        return new MailboxVisitor(key, publicKey, client);
    }

    /** A port of this machine that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The file that a profile names. */
    Path publicKey() {
        return publicKey;
    }

    /** Opens a mailbox; the session ends with what is answered. */
    SftpClient logIn(String user, int port) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
        try {
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            return SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
        } catch (IOException refused) {
            session.close(true);
            throw refused;
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
