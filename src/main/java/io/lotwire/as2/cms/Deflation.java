package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;

/** Makes ZLIB compressed-data (RFC 3274, RFC 5402) of a stream. */
public final class Deflation {
    private Deflation() {}

    /** Compresses {@code part} while it is written; leaves {@code out} open. */
    public static void write(Writable part, OutputStream out) throws IOException {
        CMSCompressedDataStreamGenerator generator = new CMSCompressedDataStreamGenerator();
        generator.setBufferSize(Encryption.CHUNK);
        try (OutputStream cms = generator.open(out, new ZlibCompressor())) {
            part.writeTo(cms);
        }
    }
}
