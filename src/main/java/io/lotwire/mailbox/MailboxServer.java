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
import java.util.Optional;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
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
    private final Map<String, MailboxFolders> folders;

    private MailboxServer(SshServer server, Map<String, MailboxFolders> folders) {
        this.server = server;
        this.folders = Map.copyOf(folders);
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
        Map<String, MailboxFolders> folders = new HashMap<>();
        Map<String, Door> doors = new HashMap<>();
        for (Mailbox mailbox : mailboxes) {
            MailboxFolders of = MailboxFolders.of(folder, mailbox);
            folders.put(mailbox.partner(), of);
            doors.put(mailbox.user(), new Door(mailbox, of, new Quota(mailbox, of), keys(mailbox)));
        }
        SshServer server = ModernAlgorithms.server();
        server.setHost(host);
        server.setPort(port);
        server.setKeyPairProvider(hostKey(folder.resolve("host.key")));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> Optional.ofNullable(doors.get(user))
                .filter(door -> door.opensTo(user, key, session))
                .isPresent());
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new Roots(doors));
        server.setSubsystemFactories(List.of(new Subsystems(doors, whole)));
        server.addSessionListener(new SessionLimit(server));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, TIME_TO_LOG_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_TIME);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS_OF_A_PARTNER);
        server.start();
        return new MailboxServer(server, folders);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The folders of a partner's mailbox. */
    public Optional<MailboxFolders> folders(String partner) {
        return Optional.ofNullable(folders.get(partner));
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
    private record Roots(Map<String, Door> doors) implements FileSystemFactory {
        @Override
        public Path getUserHomeDir(SessionContext session) {
            return doors.get(session.getUsername()).folders().root();
        }

        @Override
        public FileSystem createFileSystem(SessionContext session) throws IOException {
            return new RootedFileSystemProvider().newFileSystem(getUserHomeDir(session), Map.of());
        }
    }

    /** Each session has the rules of its user. */
    private static final class Subsystems extends SftpSubsystemFactory {
        private final Map<String, Door> doors;
        private final WholeFiles whole;

        Subsystems(Map<String, Door> doors, WholeFiles whole) {
            this.doors = doors;
            this.whole = whole;
            setFileSystemAccessor(new PlainFiles());
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            SftpSubsystem subsystem = new SftpSubsystem(channel, this);
            Door door = doors.get(channel.getSession().getUsername());
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
