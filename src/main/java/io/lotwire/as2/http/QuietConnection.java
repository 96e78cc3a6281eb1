package io.lotwire.as2.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;

/** A connection that, unlike the library's own, logs nothing of what it carries at any level: passwords, and documents. */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    private volatile boolean closed;

    /** @param limits of the head of an answer */
    QuietConnection(Http1Config limits) {
        super(limits, null, null, null, null, null, new DefaultHttpResponseParserFactory(limits));
    }

    @Override
    public void bind(Socket socket) throws IOException {
        super.bind(socket);
        stayClosed();
    }

    @Override
    public void bind(SSLSocket secured, Socket socket) throws IOException {
        super.bind(secured, socket);
        stayClosed();
    }

    /** Who breaks an exchange off may do so before there is a socket. */
    private void stayClosed() throws IOException {
        if (closed) {
            super.close(CloseMode.IMMEDIATE);
            throw new ConnectionClosedException();
        }
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void passivate() {
        // Its sockets have no timeout that would have to be put off.
    }

    @Override
    public void activate() {
        // As above.
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode how) {
        closed = true;
        super.close(how);
    }
}
