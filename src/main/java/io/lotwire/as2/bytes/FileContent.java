package io.lotwire.as2.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Bytes of a file.
 *
 * @param file the file
 * @param start of the first byte, counted from 0
 * @param end of the first byte that is not one of them
 */
public record FileContent(Path file, long start, long end) implements Content {
    public FileContent {
        Objects.requireNonNull(file, "file");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No bytes go from " + start + " to " + end);
        }
    }

    @Override
    public long size() {
        return end - start;
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(start);
        return new BufferedInputStream(new BoundedInput(Channels.newInputStream(channel), size()), BUFFER);
    }

    @Override
    public Content slice(long from, long to) {
        Objects.checkFromToIndex(from, to, size());
        return new FileContent(file, start + from, start + to);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }
}
