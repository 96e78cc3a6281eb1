package io.lotwire.as2.cms;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;

/** Makes ZLIB compressed-data (RFC 3274, RFC 5402) of a stream. */
public final class Deflation {
    private Deflation() {}

    /** What is written to the stream given back goes compressed to {@code out}, the last of it when it is closed. */
    public static OutputStream to(OutputStream out) throws IOException {
        CMSCompressedDataStreamGenerator generator = new CMSCompressedDataStreamGenerator();
        generator.setBufferSize(Encryption.CHUNK);
        return generator.open(out, new ZlibCompressor());
    }
}
