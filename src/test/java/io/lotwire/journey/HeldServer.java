package io.lotwire.journey;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
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
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server that does everything but one thing with one file: there it stands still until it is killed. */
final class HeldServer implements AutoCloseable {
    /** Where it stands still. */
    enum In {
        /** After the first part of the file was read. */
        READING,
        /** When half of what came of the file is written. */
        WRITING,
        /** Before the file is moved. */
        MOVING,
        /** Before the file is removed. */
        REMOVING
    }

    private final SshServer server = SshServer.setUpDefaultServer();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final In step;
    private final String name;

    /**
     * Starts it on a free port of loopback.
     *
     * @param root the files that it has
     * @param hostKey the file with the key that it shows
     * @param step where it stands still
     * @param name a part of the name of the file
     */
    HeldServer(Path root, Path hostKey, In step, String name) throws IOException {
        this.step = step;
        this.name = name;
        server.setHost("127.0.0.1");
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(hostKey);
        key.setAlgorithm(KeyUtils.RSA_ALGORITHM);
        server.setKeyPairProvider(key);
        server.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
        SftpSubsystemFactory files = new SftpSubsystemFactory.Builder().build();
        files.addSftpEventListener(new Holding());
        server.setSubsystemFactories(List.of(files));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** True when somebody waits for it. */
    boolean asked() {
        return asked.getCount() == 0;
    }

    /** Kills it: connections end at once, and what was begun stays as it is. */
    @Override
    public void close() {
        closed.countDown();
        server.close(true);
    }

    private boolean holds(In now, Path file) {
        return now == step && file.getFileName().toString().contains(name);
    }

    private void hold() throws IOException {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("ended").initCause(ended);
        }
        throw new IOException("killed");
    }

    private final class Holding implements SftpEventListener {
        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength)
                throws IOException {
            if (offset > 0 && holds(In.READING, handle.getFile())) {
                hold();
            }
        }

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength)
                throws IOException {
            if (holds(In.WRITING, handle.getFile())) {
                handle.getFileChannel().write(ByteBuffer.wrap(data, dataOffset, dataLength / 2));
                hold();
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (holds(In.MOVING, from)) {
                hold();
            }
        }

        @Override
        public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
            if (holds(In.REMOVING, path)) {
                hold();
            }
        }
    }
}
