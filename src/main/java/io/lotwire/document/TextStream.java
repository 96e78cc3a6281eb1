package io.lotwire.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text on its way to a stream, as UTF-8. It gathers until there is enough to send. */
final class TextStream {
    private static final int ENOUGH = 1 << 13;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(2 * ENOUGH);

    TextStream(OutputStream out) {
        this.out = out;
    }

    /** Where it is written. */
    StringBuilder text() {
        return text;
    }

    /** Sends what was written, if it is enough. Between the two halves of a character it must not be called. */
    void send() throws IOException {
        if (text.length() >= ENOUGH) {
            sendAll();
        }
    }

    /** Sends all that was written. */
    void flush() throws IOException {
        sendAll();
        out.flush();
    }

    private void sendAll() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
