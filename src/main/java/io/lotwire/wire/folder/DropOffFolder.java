package io.lotwire.wire.folder;

import io.lotwire.wire.DropOff.IfExists;
import io.lotwire.wire.NumberedName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts files into a folder, where they appear whole. One of the same name and with the same bytes is this very delivery, put
 * there by an attempt whose end was not written down.
 */
final class DropOffFolder {
    private final Path folder;
    private final IfExists ifExists;

    DropOffFolder(Path folder, IfExists ifExists) {
        this.folder = folder;
        this.ifExists = ifExists;
    }

    /**
     * Puts one there.
     *
     * @param file its bytes
     * @param name what it is to be called
     * @param mark of this delivery alone: two may write files of one name at a time
     * @return what it is called
     */
    String put(Path file, String name, long mark) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!folder.equals(target.getParent())) {
            throw new IOException("'" + name + "' is no name of a file");
        }
        int highest = ifExists == IfExists.NUMBER ? NumberedName.HIGHEST : 1;
        for (int number = 1; number <= highest; number++) {
            Path place = folder.resolve(NumberedName.of(name, number));
            boolean free = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            if (!free && isSame(place, file)) {
                return place.getFileName().toString();
            }
            if (free || ifExists == IfExists.OVERRIDE) {
                write(file, place, mark);
                return place.getFileName().toString();
            }
        }
        throw new FileAlreadyExistsException(
                target.toString(), null, "a file with other content" + (highest > 1 ? ", and its numbers too" : ""));
    }

    private static boolean isSame(Path place, Path file) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(place, file) < 0;
    }

    private void write(Path file, Path place, long mark) throws IOException {
        Path temporary = folder.resolve("." + place.getFileName() + "." + mark + ".part");
        // What an attempt that was killed has left, or who knows who has put there.
        Files.deleteIfExists(temporary);
        try {
            try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel to =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long copied = 0;
                while (copied < from.size()) {
                    copied += from.transferTo(copied, from.size() - copied, to);
                }
                to.force(true);
            }
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        // Makes the rename durable: on POSIX a folder is a file that can be flushed.
        try (FileChannel renamed = FileChannel.open(folder, StandardOpenOption.READ)) {
            renamed.force(true);
        }
    }
}
