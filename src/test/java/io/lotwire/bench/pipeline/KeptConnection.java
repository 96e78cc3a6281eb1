package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.QuickSender.Answered;
import io.lotwire.as2.bytes.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP connection that is kept between posts, one at a time. It does no more than it must: sender and gateway share the
 * machine, and what the sender takes the gateway has not.
 */
final class KeptConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 600_000;
    private static final int SMALL_BYTES = 64 * 1024;
    private static final int HEXADECIMAL = 16;

    private final URI to;
    private Socket socket;
    private InputStream in;

    /** Nothing is connected before the first post. */
    KeptConnection(URI to) {
        this.to = to;
    }

    /** Posts a message and takes the answer, which is not looked at. */
    Answered post(OutgoingMessage message) throws IOException {
        if (socket == null) {
            socket = new Socket(to.getHost(), to.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        send(message);
        return answer(message);
    }

    private void send(OutgoingMessage message) throws IOException {
        long size = message.body().size();
        StringBuilder head = new StringBuilder(512);
        head.append("POST ").append(to.getPath()).append(" HTTP/1.1\r\nHost: ").append(to.getAuthority());
        head.append("\r\nContent-Length: ").append(size).append("\r\n");
        message.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        boolean small = size <= SMALL_BYTES;
        if (small) {
            message.body().writeTo(first);
        }
        OutputStream out = socket.getOutputStream();
        out.write(first.toByteArray());
        if (!small) {
            message.body().writeTo(out);
        }
    }

    private Answered answer(OutgoingMessage message) throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        byte[] body = one(headers, "Transfer-Encoding").equals("chunked")
                ? chunks()
                : in.readNBytes(Integer.parseInt("0" + one(headers, "Content-Length")));
        if (one(headers, "Connection").equals("close")) {
            close();
        }
        return new Answered(message, status, headers, Octets.of(body));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), HEXADECIMAL);
    }

    private static String one(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0).toLowerCase(Locale.ROOT);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection to " + to + " ended within an answer: '" + line + "'");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
