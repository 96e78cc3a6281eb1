package io.lotwire.wire.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tries a partner's SFTP server up to looking into its directories. It writes nothing there, for many partners pick up
 * whatever appears.
 */
public final class SftpProbe implements Probe {
    @Override
    public String word() {
        return "sftp";
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof SftpWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        ProbeRun run = new ProbeRun();
        new Trial((SftpWire) wire, place.patience()).addTo(run);
        return run.steps();
    }

    /** One visit. */
    private static final class Trial {
        private static final int ANY_MAY_WRITE = 0222;

        private final SftpWire wire;
        private final Duration patience;
        private Optional<JSchException> refusal = Optional.empty();
        private Session session;
        private ChannelSftp files;

        Trial(SftpWire wire, Duration patience) {
            this.wire = wire;
            this.patience = patience;
        }

        void addTo(ProbeRun run) {
            new ServerProbe(wire.host(), wire.port(), patience).addTo(run);
            run.first("files", this::ourFiles);
            try {
                run.first("ssh", this::ssh);
                run.first("host key", this::hostKey);
                run.first("login", this::login);
                wire.pickUps().stream()
                        .map(pickUp -> pickUp.directory())
                        .forEach(directory -> run.then("pick-up " + directory, () -> pickUp(directory)));
                if (wire.dropOff() != null) {
                    String directory = wire.dropOff().directory();
                    run.then("drop-off " + directory, () -> dropOff(directory));
                }
            } finally {
                if (session != null) {
                    session.disconnect();
                }
            }
        }

        private String ourFiles() throws ProbeFailed {
            for (Path file : wire.files()) {
                if (!Files.isReadable(file)) {
                    throw new ProbeFailed(
                            file + " cannot be read",
                            file.equals(wire.knownHosts())
                                    ? "Put the server's host keys there, as ssh-keyscan prints them, and compare them with"
                                            + " what the partner told you"
                                    : "Put there what we log in with");
                }
            }
            if (wire.login() instanceof SftpLogin.PrivateKey key) {
                requireOpen(key.file());
            }
            return "known hosts and login can be read";
        }

        private static void requireOpen(Path key) throws ProbeFailed {
            try {
                if (!KeyPair.load(new JSch(), key.toString()).isEncrypted()) {
                    return;
                }
            } catch (JSchException none) {
                throw new ProbeFailed(
                        key + " is no private key", none, "Put our private key there, as ssh-keygen writes it");
            }
            throw new ProbeFailed(
                    key + " wants a passphrase",
                    "Take the passphrase out of the file (ssh-keygen -p), and guard its rights");
        }

        /** The whole of it up to the login; the steps after it tell how far that came. */
        private String ssh() throws ProbeFailed {
            try {
                session = session();
                session.connect((int) patience.toMillis());
            } catch (JSchException refused) {
                refusal = Optional.of(refused);
                if (!(refused instanceof JSchHostKeyException) && !loginRefused(refused)) {
                    throw new ProbeFailed(
                            "no SSH session",
                            refused,
                            "Look whether the port is that of an SFTP server, and whether both sides have algorithms in common");
                }
            }
            return "it speaks SSH, " + session.getServerVersion();
        }

        private String hostKey() throws ProbeFailed {
            if (refusal.isPresent() && refusal.get() instanceof JSchHostKeyException unknown) {
                throw new ProbeFailed(
                        unknown instanceof JSchChangedHostKeyException
                                ? "the server shows another host key than " + wire.knownHosts() + " has for it"
                                : wire.knownHosts() + " has no key of "
                                        + (wire.port() == 22 ? wire.host() : "[" + wire.host() + "]:" + wire.port()),
                        "Ask the partner for the fingerprint of their host key, and only if it is the one shown put the key"
                                + " into the file");
            }
            return session.getHostKey().getType() + ", as in "
                    + wire.knownHosts().getFileName();
        }

        private String login() throws ProbeFailed {
            if (refusal.isPresent()) {
                throw new ProbeFailed(
                        "the server does not let '" + wire.user() + "' in",
                        refusal.get(),
                        wire.login() instanceof SftpLogin.PrivateKey
                                ? "Send them the public half of the key that the profile names, and compare the user"
                                : "Compare user and password with what they gave you");
            }
            try {
                files = (ChannelSftp) session.openChannel("sftp");
                files.connect((int) patience.toMillis());
            } catch (JSchException none) {
                throw new ProbeFailed(
                        "'" + wire.user() + "' may log in, but not use SFTP",
                        none,
                        "Ask them to allow SFTP for that user");
            }
            return "logged in as '" + wire.user() + "'";
        }

        private String pickUp(String directory) throws ProbeFailed {
            requireWritable(directory, "we cannot move or delete what we fetch");
            try {
                int[] seen = {0};
                files.ls(directory, entry -> {
                    seen[0] += entry.getAttrs().isReg() ? 1 : 0;
                    return ChannelSftp.LsEntrySelector.CONTINUE;
                });
                return "it can be listed, " + seen[0] + " files";
            } catch (SftpException closed) {
                throw new ProbeFailed(
                        "'" + directory + "' cannot be listed",
                        closed,
                        "Ask them to let '" + wire.user() + "' read it");
            }
        }

        private String dropOff(String directory) throws ProbeFailed {
            requireWritable(directory, "we cannot put files there");
            return "it is there; no file was written";
        }

        private void requireWritable(String directory, String otherwise) throws ProbeFailed {
            try {
                SftpATTRS attributes = files.stat(directory);
                if (!attributes.isDir()) {
                    throw new ProbeFailed(
                            "'" + directory + "' is no directory", "Look at the directory in the profile");
                }
                if ((attributes.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_PERMISSIONS) != 0
                        && (attributes.getPermissions() & ANY_MAY_WRITE) == 0) {
                    throw new ProbeFailed(
                            "nobody may write in '" + directory + "': " + otherwise,
                            "Ask them to let '" + wire.user() + "' write there");
                }
            } catch (SftpException absent) {
                throw new ProbeFailed(
                        "'" + directory + "' is not seen",
                        absent,
                        "Look at the directory in the profile; it starts where the user's session does, without '/'");
            }
        }

        private Session session() throws JSchException {
            JSch ssh = new JSch();
            ssh.setKnownHosts(wire.knownHosts().toString());
            if (wire.login() instanceof SftpLogin.PrivateKey key) {
                ssh.addIdentity(key.file().toString());
            }
            Session opening = ssh.getSession(wire.user(), wire.host(), wire.port());
            opening.setConfig("StrictHostKeyChecking", "yes");
            opening.setConfig(
                    "PreferredAuthentications",
                    wire.login() instanceof SftpLogin.PrivateKey ? "publickey" : "password,keyboard-interactive");
            opening.setTimeout((int) patience.toMillis());
            if (wire.login() instanceof SftpLogin.Password login) {
                try {
                    opening.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
                } catch (IOException unreadable) {
                    throw new JSchException("The password file cannot be read: " + unreadable.getMessage(), unreadable);
                }
            }
            SftpAlgorithms algorithms = wire.algorithms();
            restrict(opening, algorithms.keyExchanges(), "kex");
            restrict(opening, algorithms.hostKeys(), "server_host_key");
            restrict(opening, algorithms.ciphers(), "cipher.c2s", "cipher.s2c");
            restrict(opening, algorithms.macs(), "mac.c2s", "mac.s2c");
            return opening;
        }

        private static void restrict(Session session, List<String> names, String... settings) {
            if (!names.isEmpty()) {
                for (String setting : settings) {
                    session.setConfig(setting, String.join(",", names));
                }
            }
        }

        private static boolean loginRefused(JSchException refused) {
            String message = refused.getMessage() == null ? "" : refused.getMessage();
            return message.startsWith("Auth ") || message.startsWith("Too many authentication failures");
        }
    }
}
