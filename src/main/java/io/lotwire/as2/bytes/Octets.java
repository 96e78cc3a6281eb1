package io.lotwire.as2.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that do not change. For what is small: MDNs, answers. */
public final class Octets {
    /** No bytes. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** The text in UTF-8. */
    public static Octets of(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Writes all bytes; leaves the stream open. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The bytes from the first on. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The first bytes as UTF-8 text, for people. */
    public String text(int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The number of bytes; never their content. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
