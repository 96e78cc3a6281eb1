package io.lotwire.bench.pipeline;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk of the data folder can do. */
final class DiskBaseline {
    private DiskBaseline() {}

    /** How often a second these bytes can be appended to a file and forced to disk (fdatasync), one after the other. */
    static double appendsPerSecond(Path folder, byte[] bytes, int millis) throws Exception {
        Path file = Files.createTempFile(folder, "append", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            return Rate.perSecond(millis, number -> {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(false);
            });
        } finally {
            Files.delete(file);
        }
    }
}
