package io.lotwire.as2.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Bytes in memory that do not change. For what is small: most documents, MDNs, answers. */
public final class Octets implements Content {
    /** No bytes. */
    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int start;
    private final int size;

    private Octets(byte[] bytes, int start, int size) {
        this.bytes = bytes;
        this.start = start;
        this.size = size;
    }

    /** A copy of these bytes. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone(), 0, bytes.length);
    }

    /** The text in UTF-8. */
    public static Octets of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Octets(bytes, 0, bytes.length);
    }

    /** The first bytes of an array that nobody changes any more. */
    static Octets given(byte[] bytes, int size) {
        return new Octets(bytes, 0, size);
    }

    @Override
    public long size() {
        return size;
    }

    /** A copy. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, start, start + size);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, start, size);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, start, size);
    }

    @Override
    public Octets slice(long from, long to) {
        Objects.checkFromToIndex(from, to, size);
        return new Octets(bytes, start + (int) from, (int) (to - from));
    }

    /** The first bytes as UTF-8 text, for people. */
    public String text(int length) {
        return new String(bytes, start, Math.min(length, size), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(bytes, start, start + size, that.bytes, that.start, that.start + that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < start + size; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The number of bytes; never their content. */
    @Override
    public String toString() {
        return size + " bytes";
    }
}
