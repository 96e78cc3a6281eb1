package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Feeds a CMS parser, which holds in memory all that is not content: recipients, algorithms, attributes. That must fit a
 * small budget; only content that comes out of the parser extends it.
 */
final class CmsInput extends FilterInputStream {
    private static final long LIMIT = 1024L * 1024;

    /** One byte in so many may frame the content: chunks of 128 bytes and more pass. */
    private static final int FRAMING = 32;

    private long budget = LIMIT;

    CmsInput(InputStream in) {
        super(in);
    }

    /** As a stream whose declared lengths may be as long as the largest body, which the parser else ties to the heap. */
    InputStream forParser() {
        return new ASN1InputStream(this, Integer.MAX_VALUE);
    }

    /** Copies the content that the parser makes of this input. */
    void copy(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[Content.BUFFER];
        for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
            budget += length + length / FRAMING;
            out.write(buffer, 0, length);
        }
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
            throw new IOException("more than " + LIMIT + " bytes around the content");
        }
    }
}
