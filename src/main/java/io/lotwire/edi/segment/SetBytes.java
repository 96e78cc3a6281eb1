package io.lotwire.edi.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps the bytes of one transaction set after another while it comes in. A large set does not stay in memory: it is read
 * again from its source, or, where that can be read once only, from a temporary file.
 */
public final class SetBytes {
    /** Sets up to this many bytes stay in memory. */
    private static final int IN_MEMORY = 4 << 20;

    private static final int FIRST = 1 << 13;

    private final ByteSource source;
    private final long most;
    private byte[] memory = new byte[FIRST];
    private long offset;
    private long count;
    private FileChannel spill;

    /**
     * A keeper.
     *
     * @param source where the sets come from
     * @param most how many bytes of a set are kept
     */
    public SetBytes(ByteSource source, long most) {
        this.source = source;
        this.most = most;
    }

    /** Begins a set, whose first byte has this offset in the source. */
    void begin(long at) {
        offset = at;
        count = 0;
    }

    /** Takes bytes that follow those taken so far. */
    void add(byte[] from, int at, int length) throws IOException {
        long whole = count + length;
        if (whole > most) {
            return;
        }
        if (whole <= IN_MEMORY) {
            if (whole > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.max(whole, Math.min(IN_MEMORY, memory.length * 2L)));
            }
            System.arraycopy(from, at, memory, (int) count, length);
        } else if (spill != null || source.again(offset, 0).isEmpty()) {
            spill(from, at, length);
        }
        count = whole;
    }

    private void spill(byte[] from, int at, int length) throws IOException {
        if (spill == null) {
            Path file = Files.createTempFile("lotwire-set-", ".x12");
            spill = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            write(ByteBuffer.wrap(memory, 0, (int) count));
        }
        write(ByteBuffer.wrap(from, at, length));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            spill.write(bytes);
        }
    }

    /**
     * Ends the set.
     *
     * @param first number in the file of the set's first segment
     */
    public SetContent end(Dialect dialect, int first) throws IOException {
        if (count <= IN_MEMORY) {
            byte[] exact = Arrays.copyOf(memory, (int) count + Window.SLACK);
            return SetContent.inMemory(exact, (int) count, offset, dialect, first);
        }
        Optional<ByteBuffer> again = spill == null ? source.again(offset, count) : Optional.of(endSpill());
        return SetContent.elsewhere(again.orElseThrow(), offset, dialect, first);
    }

    /** The file is gone when it is closed, but what is mapped stays. */
    private ByteBuffer endSpill() throws IOException {
        try (FileChannel file = spill) {
            return file.map(FileChannel.MapMode.READ_ONLY, 0, count);
        } finally {
            spill = null;
        }
    }
}
