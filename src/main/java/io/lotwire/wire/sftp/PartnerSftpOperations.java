package io.lotwire.wire.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * What can be done on a partner's server, each step within the deadline. Algorithms are set on the session: Camel's own
 * options for them would hold for every session of the process.
 */
final class PartnerSftpOperations extends SftpOperations {
    private final TimedConnection connection;
    private final SftpWire wire;

    PartnerSftpOperations(TimedConnection connection, SftpWire wire) {
        super(connection);
        this.connection = connection;
        this.wire = wire;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
        Session session = super.createSession(configuration);
        if (wire.login() instanceof SftpLogin.Password login) {
            try {
                session.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new JSchException("The password file cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
        SftpAlgorithms algorithms = wire.algorithms();
        restrict(session, algorithms.keyExchanges(), "kex");
        restrict(session, algorithms.hostKeys(), "server_host_key");
        restrict(session, algorithms.ciphers(), "cipher.c2s", "cipher.s2c");
        restrict(session, algorithms.macs(), "mac.c2s", "mac.s2c");
        return session;
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

    @Override
    public boolean existsFile(String name) {
        connection.renew();
        return super.existsFile(name);
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

    /** A file that is not there any more is deleted. */
    @Override
    public boolean deleteFile(String name) {
        connection.renew();
        return !super.existsFile(name) || super.deleteFile(name);
    }
}
