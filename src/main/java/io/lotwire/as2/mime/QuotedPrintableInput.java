package io.lotwire.as2.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decodes quoted-printable (RFC 2045 section 6.7). What is no valid escape passes as it is. */
final class QuotedPrintableInput extends FilterInputStream {
    private final PushbackInputStream source;

    QuotedPrintableInput(InputStream in) {
        this(new PushbackInputStream(in, 2));
    }

    private QuotedPrintableInput(PushbackInputStream source) {
        super(source);
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int b = source.read();
            if (b != '=') {
                return b;
            }
            int first = source.read();
            if (first == '\n') {
                continue;
            }
            int second = source.read();
            if (first == '\r' && second == '\n') {
                continue;
            }
            int high = Character.digit(first, 16);
            int low = Character.digit(second, 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
            unread(second);
            unread(first);
            return b;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                break;
            }
            buffer[offset + count++] = (byte) b;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void unread(int b) throws IOException {
        if (b >= 0) {
            source.unread(b);
        }
    }
}
