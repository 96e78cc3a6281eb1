package io.lotwire.wire.sftp;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The TCP connection to a server, which is cut when one step takes longer than the deadline. A server that answers
 * nothing runs into the time limits of the socket; this one is for servers that say just enough to seem alive.
 */
final class TimedConnection implements Proxy {
    private static final Logger LOG = Logger.getLogger(TimedConnection.class);
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final String partner;
    private final Duration deadline;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private ScheduledFuture<?> end;

    TimedConnection(String partner, Duration deadline) {
        this.partner = partner;
        this.deadline = deadline;
    }

    @Override
    public synchronized void connect(SocketFactory ignored, String host, int port, int timeoutMilliseconds)
            throws IOException {
        Socket connecting = new Socket();
        try {
            connecting.connect(new InetSocketAddress(host, port), timeoutMilliseconds);
            connecting.setTcpNoDelay(true);
            in = connecting.getInputStream();
            out = connecting.getOutputStream();
        } catch (IOException failed) {
            connecting.close();
            throw failed;
        }
        socket = connecting;
        renew();
    }

    /** Begins a step, such as a file: from here on the deadline counts. */
    synchronized void renew() {
        cancel();
        if (socket != null) {
            Socket watched = socket;
            end = WATCH.schedule(() -> leave(watched), deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized InputStream getInputStream() {
        return in;
    }

    @Override
    public synchronized OutputStream getOutputStream() {
        return out;
    }

    @Override
    public synchronized Socket getSocket() {
        return socket;
    }

    @Override
    public synchronized void close() {
        cancel();
        if (socket != null) {
            shut(socket);
            socket = null;
        }
    }

    private void cancel() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    /** Not synchronized: who holds the lock may be waiting for the server. */
    private void leave(Socket watched) {
        LOG.warnf(
                "The SFTP server of %s was left: one step took longer than the deadline of %d s.",
                partner, deadline.toSeconds());
        shut(watched);
    }

    private static void shut(Socket watched) {
        try {
            watched.close();
        } catch (IOException e) {
            LOG.debug("The connection did not close cleanly", e);
        }
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sftp-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
