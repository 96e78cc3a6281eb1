package io.lotwire.journey;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.AcceptAllPublickeyAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server that does everything but move one file: it does not answer when it is asked to. */
final class HeldMoves implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Starts it on a free port of loopback.
     *
     * @param root the files that it has
     * @param hostKey the file with the key that it shows
     * @param name of the file that it does not move
     */
    HeldMoves(Path root, Path hostKey, String name) throws IOException {
        server.setHost("127.0.0.1");
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(hostKey);
        key.setAlgorithm(KeyUtils.RSA_ALGORITHM);
        server.setKeyPairProvider(key);
        server.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
        SftpSubsystemFactory files = new SftpSubsystemFactory.Builder().build();
        files.addSftpEventListener(new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                    throws IOException {
                if (from.endsWith(name)) {
                    hold();
                }
            }
        });
        server.setSubsystemFactories(List.of(files));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** True when somebody waits for that file to be moved. */
    boolean asked() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        server.close(true);
    }

    private void hold() throws IOException {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("ended").initCause(ended);
        }
        throw new IOException("not moved");
    }
}
