package io.lotwire.as2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compressed-data (RFC 3274) written and read by hand, for the openssl command is often built without ZLIB. */
final class CompressedData {
    private static final byte[] COMPRESSED = {6, 11, 42, (byte) 0x86, 72, (byte) 0x86, (byte) 0xf7, 13, 1, 9, 16, 1, 9};
    private static final byte[] ZLIB = {6, 11, 42, (byte) 0x86, 72, (byte) 0x86, (byte) 0xf7, 13, 1, 9, 16, 3, 8};
    private static final byte[] DATA = {6, 9, 42, (byte) 0x86, 72, (byte) 0x86, (byte) 0xf7, 13, 1, 7, 1};
    private static final int OCTETS = 4;
    private static final int CONSTRUCTED = 0x20;
    private static final int INDEFINITE = 0x80;

    private CompressedData() {}

    /** In DER. */
    static byte[] of(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            zlib.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        byte[] inner = tlv(0xA0, tlv(OCTETS, zlib.toByteArray()));
        byte[] fields = tlv(0x30, new byte[] {2, 1, 0}, tlv(0x30, ZLIB), tlv(0x30, DATA, inner));
        return tlv(0x30, COMPRESSED, tlv(0xA0, fields));
    }

    /** The content, whatever form of BER it is in: all octet strings, one behind the other, are the ZLIB stream. */
    static byte[] content(byte[] ber) throws DataFormatException {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        collect(ByteBuffer.wrap(ber), ber.length, zlib);
        Inflater inflater = new Inflater();
        inflater.setInput(zlib.toByteArray());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!inflater.finished()) {
            content.write(buffer, 0, inflater.inflate(buffer));
        }
        inflater.end();
        return content.toByteArray();
    }

    private static void collect(ByteBuffer ber, int end, ByteArrayOutputStream octets) {
        while (ber.position() < end) {
            int tag = ber.get() & 0xff;
            int length = length(ber);
            if (tag == 0 && length == 0) {
                return;
            }
            if ((tag & CONSTRUCTED) != 0) {
                collect(ber, length < 0 ? end : ber.position() + length, octets);
            } else {
                byte[] value = new byte[length];
                ber.get(value);
                if (tag == OCTETS) {
                    octets.writeBytes(value);
                }
            }
        }
    }

    private static int length(ByteBuffer ber) {
        int first = ber.get() & 0xff;
        if (first < INDEFINITE) {
            return first;
        }
        int length = first == INDEFINITE ? -1 : 0;
        for (int i = INDEFINITE; i < first; i++) {
            length = length << 8 | (ber.get() & 0xff);
        }
        return length;
    }

    private static byte[] tlv(int tag, byte[]... values) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] value : values) {
            content.writeBytes(value);
        }
        int size = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (size < INDEFINITE) {
            out.write(size);
        } else {
            out.writeBytes(new byte[] {(byte) 0x83, (byte) (size >> 16), (byte) (size >> 8), (byte) size});
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
