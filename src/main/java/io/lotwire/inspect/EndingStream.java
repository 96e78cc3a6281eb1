package io.lotwire.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends when its reader has seen enough. */
final class EndingStream extends FilterInputStream {
    private boolean ended;

    EndingStream(InputStream in) {
        super(in);
    }

    /** No more bytes are wanted. */
    void end() {
        ended = true;
    }

    @Override
    public int read() throws IOException {
        return ended ? -1 : super.read();
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        return ended ? -1 : super.read(into, from, count);
    }
}
