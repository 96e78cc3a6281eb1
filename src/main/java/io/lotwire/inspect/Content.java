package io.lotwire.inspect;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a document, which can be read from any place, and the index of their segments, which is made when something
 * asks for it first: for the first page nobody needs it.
 */
public final class Content {
    /** Opens bytes to be read from any place. */
    interface Opening {
        SeekableByteChannel open() throws IOException;
    }

    private final Opening opening;
    private final long size;
    private SegmentIndex index;

    private Content(Opening opening, long size) {
        this.opening = opening;
        this.size = size;
    }

    /** What the ledger keeps, which must be there. */
    public static Content of(Archive archive, KeptContent kept) {
        return new Content(() -> archive.channel(kept), kept.size());
    }

    /** A file, which does not change. */
    public static Content of(Path file) throws IOException {
        return new Content(() -> FileChannel.open(file), Files.size(file));
    }

    /** Bytes that are read by an opening of the caller's. */
    static Content of(Opening opening, long size) {
        return new Content(opening, size);
    }

    /** How many bytes there are. */
    public long size() {
        return size;
    }

    /** Opens them to be read once from their beginning; the caller closes it. */
    public InputStream stream() throws IOException {
        return Channels.newInputStream(opening.open());
    }

    /** Opens them to be read from any place; the caller closes it. */
    SeekableByteChannel open() throws IOException {
        return opening.open();
    }

    /**
     * Some of the bytes.
     *
     * @param from offset of the first
     * @param to offset behind the last; fewer bytes come where the content ends before
     */
    public byte[] read(long from, long to) throws IOException {
        try (SeekableByteChannel channel = opening.open()) {
            return read(channel, from, to);
        }
    }

    static byte[] read(SeekableByteChannel channel, long from, long to) throws IOException {
        channel.position(from);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(1 << 16, Math.max(0, to - from)));
        while (bytes.size() < to - from) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - from - bytes.size()));
            if (channel.read(buffer) < 0) {
                break;
            }
            bytes.write(buffer.array(), 0, buffer.position());
        }
        return bytes.toByteArray();
    }

    /** The index of the segments; the first call goes through all bytes once, other calls wait for it. */
    public synchronized SegmentIndex index() throws IOException {
        if (index == null) {
            try (SeekableByteChannel channel = opening.open()) {
                index = SegmentIndex.of(channel);
            }
        }
        return index;
    }
}
