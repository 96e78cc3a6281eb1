package io.lotwire.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.nativefs.NativeFileSystemFactory;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** SFTP servers of partners with habits of their own: one by Apache MINA that wants a password, and OpenSSH's. */
final class SftpServers {
    static final Path OPENSSH = Path.of("/usr/sbin/sshd");

    private SftpServers() {}

    /** A server that takes a name and a password. */
    static final class WithPassword implements AutoCloseable {
        private final SshServer server = SshServer.setUpDefaultServer();
        private final Set<String> negotiated = ConcurrentHashMap.newKeySet();

        private final AtomicReference<Naming> beforeNaming = new AtomicReference<>(target -> {});

        /** What happens at the server when a file is about to get a name. */
        interface Naming {
            void take(Path target) throws IOException;
        }

        /**
         * @param home the folder that it keeps its host key in
         * @param rooted true when that folder is its root for all, false when the root of this machine is
         * @param password of the user {@code northgate}
         * @param ciphers those that it takes
         * @param knownHosts file that its host key is written to
         */
        WithPassword(Path home, boolean rooted, String password, List<BuiltinCiphers> ciphers, Path knownHosts)
                throws IOException, GeneralSecurityException {
            server.setHost("127.0.0.1");
            SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(home.resolve("host.key"));
            key.setAlgorithm(KeyUtils.RSA_ALGORITHM);
            server.setKeyPairProvider(key);
            server.setPasswordAuthenticator(
                    (user, given, session) -> user.equals("northgate") && given.equals(password));
            server.setCipherFactories(List.copyOf(NamedFactory.setUpBuiltinFactories(false, ciphers)));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
            sftp.addSftpEventListener(new SftpEventListener() {
                @Override
                public void linking(ServerSession session, Path link, Path existing, boolean symbolic)
                        throws IOException {
                    beforeNaming.get().take(link);
                }

                @Override
                public void moving(ServerSession session, Path source, Path target, Collection<CopyOption> options)
                        throws IOException {
                    beforeNaming.get().take(target);
                }
            });
            server.setSubsystemFactories(List.of(sftp));
            server.setFileSystemFactory(rooted ? new VirtualFileSystemFactory(home) : NativeFileSystemFactory.INSTANCE);
            server.addSessionListener(new SessionListener() {
                @Override
                public void sessionEvent(Session session, Event event) {
                    if (event == Event.KeyEstablished) {
                        negotiated.add(session.getNegotiatedKexParameter(KexProposalOption.ALGORITHMS) + " "
                                + session.getNegotiatedKexParameter(KexProposalOption.C2SENC) + " "
                                + session.getNegotiatedKexParameter(KexProposalOption.C2SMAC));
                    }
                }
            });
            server.start();
            Files.writeString(
                    knownHosts,
                    "[127.0.0.1]:" + port() + " "
                            + PublicKeyEntry.toString(
                                    key.loadKeys(null).iterator().next().getPublic())
                            + "\n");
        }

        int port() {
            return server.getPort();
        }

        /** From now on this happens first whenever a file gets a name, by a rename or a link. */
        void beforeNaming(Naming happens) {
            beforeNaming.set(happens);
        }

        /** The key exchange, cipher and MAC of each kind of session so far. */
        Set<String> negotiated() {
            return negotiated;
        }

        @Override
        public void close() {
            server.close(true);
        }
    }

    /** OpenSSH's server in a process of its own, without privileges, for the user that the tests run as. */
    static final class OpenSsh implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 10;

        private final Process process;
        private final int port;

        /**
         * @param folder what it keeps
         * @param authorizedKeys file with the key that it takes
         * @param knownHosts file that its host key is written to
         */
        OpenSsh(Path folder, Path authorizedKeys, Path knownHosts) throws IOException, GeneralSecurityException {
            Files.createDirectories(folder);
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path hostKey = folder.resolve("host.key");
            var key = HostKeys.write(hostKey);
            Path config =
                    Files.writeString(folder.resolve("sshd_config"), """
                    ListenAddress 127.0.0.1
                    Port %d
                    HostKey %s
                    AuthorizedKeysFile %s
                    PidFile none
                    StrictModes no
                    UsePAM no
                    PasswordAuthentication no
                    PermitRootLogin prohibit-password
                    Subsystem sftp internal-sftp
                    """.formatted(port, hostKey, authorizedKeys));
            if ("root".equals(System.getProperty("user.name"))) {
                // Where the service never ran; it wants this folder only of root.
                Files.createDirectories(Path.of("/run/sshd"));
            }
            process = new ProcessBuilder(OPENSSH.toString(), "-D", "-e", "-f", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sshd.log").toFile())
                    .start();
            Files.writeString(knownHosts, "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key) + "\n");
        }

        int port() {
            return port;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
