package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/**
 * Bytes that are kept, known by their SHA-256: small ones in the row that speaks of them, so that one flush keeps both,
 * large ones in the {@link Archive}.
 */
public final class KeptContent {
    /**
     * The most bytes that are kept in a row. A row of this size costs the database less than the two flushes of a file of
     * its own (of the file, and of its folder); a larger one would be copied too often between here and there.
     */
    public static final int MOST_IN_ROW = 64 * 1024;

    private final String sha256;
    private final long size;
    private final byte[] inRow;

    private KeptContent(String sha256, long size, byte[] inRow) {
        this.sha256 = sha256;
        this.size = size;
        this.inRow = inRow;
    }

    /** Bytes that go into a row; the array is not to be changed any more. */
    static KeptContent inRow(byte[] bytes) {
        return new KeptContent(Sha256.hex(bytes), bytes.length, bytes);
    }

    /** Bytes that are in the archive. */
    public static KeptContent inArchive(String sha256, long size) {
        return new KeptContent(sha256, size, null);
    }

    /** As the ledger's rows tell it: the bytes are null when they are in the archive. */
    static KeptContent stored(String sha256, long size, byte[] bytes) {
        return new KeptContent(sha256, size, bytes);
    }

    /** Their SHA-256, in 64 hexadecimal digits, lower case. */
    public String sha256() {
        return sha256;
    }

    /** How many they are. */
    public long size() {
        return size;
    }

    /** The bytes, not to be changed, when they are in their row. */
    public Optional<byte[]> inRow() {
        return Optional.ofNullable(inRow);
    }

    /** What a column takes: null for the archive. */
    byte[] column() {
        return inRow;
    }

    InputStream openRow() {
        return new ByteArrayInputStream(inRow);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptContent content && content.sha256.equals(sha256) && content.size == size;
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return size + " bytes, SHA-256 " + sha256;
    }
}
