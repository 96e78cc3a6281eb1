package io.lotwire.bench.pipeline;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk of the data folder can do. */
final class DiskBaseline {
    private DiskBaseline() {}

    /** Appends these bytes to a file and forces each to disk (fdatasync), one after the other. */
    static Times appends(Path folder, byte[] bytes, int millis) throws Exception {
        Path file = Files.createTempFile(folder, "append", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            return Repeated.during(millis, number -> {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(false);
            });
        } finally {
            Files.delete(file);
        }
    }
}
