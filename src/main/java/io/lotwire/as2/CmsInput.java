package io.lotwire.as2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Feeds a CMS parser: everything before the content (recipients, algorithms) must fit a small budget, since the parser
 * holds it in memory; the content itself streams.
 */
final class CmsInput extends FilterInputStream {
    private static final long PREAMBLE_LIMIT = 1024L * 1024;

    private long budget = PREAMBLE_LIMIT;

    CmsInput(InputStream in) {
        super(in);
    }

    /** As a stream whose declared lengths may be as long as the largest body, which the parser else ties to the heap. */
    InputStream forParser() {
        return new ASN1InputStream(this, Integer.MAX_VALUE);
    }

    /** From here on the content streams. */
    void contentBegins() {
        budget = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            take(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        take(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(int count) throws IOException {
        budget -= count;
        if (budget < 0) {
            throw new IOException("more than " + PREAMBLE_LIMIT + " bytes before the content");
        }
    }
}
