package io.lotwire.wire.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.util.FileUtil;

/**
 * What can be done on a partner's server, each step within the deadline. Algorithms are set on the session: Camel's own
 * options for them would hold for every session of the process.
 */
final class PartnerSftpOperations extends SftpOperations {
    private final TimedConnection connection;
    private final SftpWire wire;
    private Session session;
    private ChannelSftp looking;

    PartnerSftpOperations(TimedConnection connection, SftpWire wire) {
        super(connection);
        this.connection = connection;
        this.wire = wire;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
        Session made = super.createSession(configuration);
        if (wire.login() instanceof SftpLogin.Password login) {
            try {
                made.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new JSchException("The password file cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
        SftpAlgorithms algorithms = wire.algorithms();
        restrict(made, algorithms.keyExchanges(), "kex");
        restrict(made, algorithms.hostKeys(), "server_host_key");
        restrict(made, algorithms.ciphers(), "cipher.c2s", "cipher.s2c");
        restrict(made, algorithms.macs(), "mac.c2s", "mac.s2c");
        session = made;
        return made;
    }

    private static void restrict(Session session, List<String> names, String... settings) {
        if (!names.isEmpty()) {
            for (String setting : settings) {
                session.setConfig(setting, String.join(",", names));
            }
        }
    }

    @Override
    public SftpRemoteFile[] listFiles(String path) {
        connection.renew();
        return super.listFiles(path);
    }

    /** Camel would list the whole folder, which costs more with each file that lies there. */
    @Override
    public boolean existsFile(String name) {
        return length(name).isPresent();
    }

    /** How long a file is; empty when it is not there. */
    OptionalLong length(String name) {
        connection.renew();
        try {
            return OptionalLong.of(channel().stat(name).getSize());
        } catch (SftpException failed) {
            if (failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw new GenericFileOperationFailedException("The file " + name + " cannot be looked at", failed);
        } catch (JSchException oneChannelOnly) {
            return listed(name);
        }
    }

    /** What servers that give a session one channel must be asked: all that lies in the folder. */
    private OptionalLong listed(String name) {
        String folder = FileUtil.onlyPath(name);
        for (SftpRemoteFile each : super.listFiles(folder == null ? "." : folder)) {
            if (each.getFilename().equals(FileUtil.stripPath(name))) {
                return OptionalLong.of(each.getFileLength());
            }
        }
        return OptionalLong.empty();
    }

    /** A channel of ours beside Camel's, which it keeps to itself; both end with their session. */
    private ChannelSftp channel() throws JSchException {
        if (looking == null || !looking.isConnected()) {
            looking = (ChannelSftp) session.openChannel("sftp");
            looking.connect();
        }
        return looking;
    }

    @Override
    public boolean retrieveFile(String name, Exchange exchange, long size) {
        connection.renew();
        return super.retrieveFile(name, exchange, size);
    }

    @Override
    public boolean storeFile(String name, Exchange exchange, long size) {
        connection.renew();
        return super.storeFile(name, exchange, size);
    }

    @Override
    public boolean renameFile(String from, String to) {
        connection.renew();
        return super.renameFile(from, to);
    }

    /**
     * Gives a file its name, in place of one that has it: at once where the server can do that (the extension
     * {@code posix-rename@openssh.com}), else the other one goes first.
     */
    void replace(String from, String name) {
        try {
            renameFile(from, name);
        } catch (GenericFileOperationFailedException refused) {
            if (!existsFile(name)) {
                throw refused;
            }
            deleteFile(name);
            renameFile(from, name);
        }
    }

    /**
     * Gives a file its name, unless another one has it, and says whether it did. A rename is not enough: where there is {@code
     * posix-rename@openssh.com}, JSch asks for that, which takes the other one's place. A second link to the file ({@code
     * hardlink@openssh.com}, which such servers have too) is refused then; other servers refuse the rename (SFTP, version 3).
     */
    boolean nameUnlessTaken(String from, String name) {
        connection.renew();
        try {
            channel().hardlink(from, name);
        } catch (SftpException | JSchException notLinked) {
            if (existsFile(name)) {
                return false;
            }
            renameFile(from, name);
            return true;
        }
        super.deleteFile(from);
        return true;
    }

    /** A file that is not there any more is deleted. */
    @Override
    public boolean deleteFile(String name) {
        connection.renew();
        return !existsFile(name) || super.deleteFile(name);
    }
}
