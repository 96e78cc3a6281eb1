package io.lotwire.mailbox;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The SFTP server of the mailboxes. It gives no shell, runs no command, forwards nothing, and asks for a key. */
public final class MailboxServer implements AutoCloseable {
    /** NIST P-256: every SSH client in use knows its host keys (RFC 5656). */
    private static final int HOST_KEY_BITS = 256;

    private static final Duration TIME_TO_LOG_IN = Duration.ofSeconds(30);
    private static final Duration IDLE_TIME = Duration.ofMinutes(10);
    private static final int LOGIN_ATTEMPTS = 6;
    private static final int MOST_SESSIONS = 200;
    private static final int MOST_SESSIONS_OF_A_PARTNER = 10;

    private final SshServer server;
    private final Path folder;
    private final Doors doors;

    private MailboxServer(SshServer server, Path folder, Doors doors) {
        this.server = server;
        this.folder = folder;
        this.doors = doors;
    }

    /** The ways in, by the name of the user. Others take their place all at once. */
    private static final class Doors {
        private volatile Map<String, Door> byUser = Map.of();

        Optional<Door> of(String user) {
            return Optional.ofNullable(byUser.get(user));
        }

        /** Those of mailboxes; one that did not change stays as it is. */
        void put(Path folder, List<Mailbox> mailboxes) throws IOException {
            Map<String, Door> next = new HashMap<>();
            for (Mailbox mailbox : mailboxes) {
                Door before = byUser.get(mailbox.user());
                if (before == null || !before.mailbox().equals(mailbox)) {
                    MailboxFolders folders = MailboxFolders.of(folder, mailbox);
                    next.put(mailbox.user(), new Door(mailbox, folders, new Quota(mailbox, folders), keys(mailbox)));
                } else {
                    next.put(mailbox.user(), before);
                }
            }
            byUser = next;
        }
    }

    /**
     * Starts it.
     *
     * @param folder where the mailboxes and the host key are kept
     * @param host the address to listen on
     * @param port the port; 0 for a free one
     * @param whole takes what partners have written
     * @throws IOException when it does not start
     */
    public static MailboxServer start(Path folder, String host, int port, List<Mailbox> mailboxes, WholeFiles whole)
            throws IOException {
        Files.createDirectories(folder);
        Doors doors = new Doors();
        doors.put(folder, mailboxes);
        SshServer server = ModernAlgorithms.server();
        server.setHost(host);
        server.setPort(port);
        server.setKeyPairProvider(hostKey(folder.resolve("host.key")));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) ->
                doors.of(user).filter(door -> door.opensTo(user, key, session)).isPresent());
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new Roots(doors));
        server.setSubsystemFactories(List.of(new Subsystems(doors, whole)));
        server.addSessionListener(new SessionLimit(server));
        // Else each small answer may wait 40 ms for the one before to be acknowledged.
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, TIME_TO_LOG_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_TIME);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS_OF_A_PARTNER);
        server.start();
        return new MailboxServer(server, folder, doors);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The folders of a partner's mailbox. */
    public Optional<MailboxFolders> folders(String partner) {
        return doors.byUser.values().stream()
                .filter(door -> door.mailbox().partner().equals(partner))
                .map(Door::folders)
                .findFirst();
    }

    /**
     * Opens these mailboxes and closes all others. Whoever is in one that changed is put out, and may come again.
     *
     * @throws IOException when a folder cannot be made; then nothing changed
     */
    public void change(List<Mailbox> mailboxes) throws IOException {
        Map<String, Door> before = doors.byUser;
        doors.put(folder, mailboxes);
        for (AbstractSession session : server.getActiveSessions()) {
            String user = session.getUsername();
            if (user != null && !Objects.equals(before.get(user), doors.byUser.get(user))) {
                session.close(false);
            }
        }
    }

    /** Stops it; what is in the mailboxes stays. */
    @Override
    public void close() {
        server.close(true);
    }

    /** A partner's way in. */
    private record Door(Mailbox mailbox, MailboxFolders folders, Quota quota, List<AuthorizedKeysAuthenticator> keys) {
        boolean opensTo(String user, PublicKey key, ServerSession session) {
            return keys.stream().anyMatch(file -> file.authenticate(user, key, session));
        }
    }

    private static IOException closed() {
        return new IOException("the mailbox was closed");
    }

    private static List<AuthorizedKeysAuthenticator> keys(Mailbox mailbox) {
        return mailbox.authorizedKeys().stream()
                .map(AuthorizedKeysAuthenticator::new)
                .toList();
    }

    private static KeyPairProvider hostKey(Path file) throws IOException {
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(file);
        key.setAlgorithm("EC");
        key.setKeySize(HOST_KEY_BITS);
        key.loadKeys(null);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return key;
    }

    /** Each user has a root of their own. */
    private record Roots(Doors doors) implements FileSystemFactory {
        @Override
        public Path getUserHomeDir(SessionContext session) {
            return doors.of(session.getUsername()).orElseThrow().folders().root();
        }

        @Override
        public FileSystem createFileSystem(SessionContext session) throws IOException {
            return new RootedFileSystemProvider().newFileSystem(getUserHomeDir(session), Map.of());
        }
    }

    /** Each session has the rules of its user. */
    private static final class Subsystems extends SftpSubsystemFactory {
        private final Doors doors;
        private final WholeFiles whole;

        Subsystems(Doors doors, WholeFiles whole) {
            this.doors = doors;
            this.whole = whole;
            setFileSystemAccessor(new PlainFiles());
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            SftpSubsystem subsystem = new SftpSubsystem(channel, this);
            Door door = doors.of(channel.getSession().getUsername()).orElseThrow(MailboxServer::closed);
            subsystem.addSftpEventListener(new MailboxRules(door.mailbox(), door.folders(), door.quota(), whole));
            return subsystem;
        }
    }

    private record SessionLimit(SshServer server) implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            if (server.getActiveSessions().size() > MOST_SESSIONS) {
                session.close(true);
            }
        }
    }
}
