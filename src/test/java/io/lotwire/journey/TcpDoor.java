package io.lotwire.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A TCP door before a server: it can stop in the middle of what passes, break off, or be slow. */
final class TcpDoor implements AutoCloseable {
    private static final int PIECE = 512;

    private enum Then {
        GO_ON,
        STALL,
        BREAK
    }

    private volatile int server;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile Then then = Then.GO_ON;
    private volatile Duration slowness = Duration.ZERO;

    private TcpDoor(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** An open door on a free port of loopback, before the server on this port. */
    static TcpDoor before(int server) throws IOException {
        TcpDoor made = new TcpDoor(server);
        made.threads.execute(made::accept);
        return made;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on it stands before the server on this port; connections to the one before end. */
    void leadTo(int port) {
        server = port;
        endAll();
    }

    /** After this many more bytes nothing passes any more, but no connection ends. */
    void stallAfter(long bytes) {
        then = Then.STALL;
        left.set(bytes);
    }

    /** After this many more bytes every connection ends, and so do those that come. */
    void breakAfter(long bytes) {
        then = Then.BREAK;
        left.set(bytes);
    }

    /** From now on half a kilobyte takes so long, each way of each connection; zero: no time. */
    void slowDown(Duration halfAKilobyte) {
        slowness = halfAKilobyte;
    }

    /** True when as much has passed as was allowed. */
    boolean reached() {
        return left.get() <= 0;
    }

    /** From now on everything passes; what was held back is lost. */
    void open() {
        then = Then.GO_ON;
        left.set(Long.MAX_VALUE);
        endAll();
    }

    @Override
    public void close() throws IOException {
        door.close();
        endAll();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket behind = new Socket();
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(behind);
                connect(behind, client);
                threads.execute(() -> pass(client, behind));
                threads.execute(() -> pass(behind, client));
            } catch (IOException closed) {
                // The door closes, or the server behind it is down: the client sees that.
            }
        }
    }

    private void connect(Socket behind, Socket client) throws IOException {
        try {
            behind.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
        } catch (IOException down) {
            client.close();
            throw down;
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                LockSupport.parkNanos(slowness.toNanos());
                if (left.addAndGet(-count) < 0 && then == Then.BREAK) {
                    return;
                }
                if (left.get() >= 0 || then == Then.GO_ON) {
                    out.write(piece, 0, count);
                    out.flush();
                }
            }
        } catch (IOException ended) {
            // One side ended: so does the other.
        }
    }

    private void endAll() {
        for (Socket each : sockets) {
            try {
                each.close();
            } catch (IOException ended) {
                // It has ended already.
            }
        }
        sockets.clear();
    }
}
