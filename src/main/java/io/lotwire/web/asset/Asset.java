package io.lotwire.web.asset;

import io.lotwire.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file that pages load. Another content has another address, so that browsers may keep it for ever. */
final class Asset {
    private static final int DIGITS = 12;

    private final String address;
    private final String type;
    private final byte[] bytes;
    private final byte[] zipped;

    private Asset(String address, String type, byte[] bytes, byte[] zipped) {
        this.address = address;
        this.type = type;
        this.bytes = bytes;
        this.zipped = zipped;
    }

    /** Where it is. */
    String address() {
        return address;
    }

    /** Its content type. */
    String type() {
        return type;
    }

    /** Its bytes, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The same, compressed by gzip. */
    byte[] zipped() {
        return zipped;
    }

    /**
     * One from the class path.
     *
     * @param resource where it is there
     * @param name its name for browsers, with its extension
     */
    static Asset of(String resource, String name, String type) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            byte[] bytes = in.readAllBytes();
            int dot = name.lastIndexOf('.');
            String address = Assets.FOLDER + name.substring(0, dot) + "-"
                    + Sha256.hex(bytes).substring(0, DIGITS) + name.substring(dot);
            return new Asset(address, type, bytes, zip(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
