package io.lotwire.wire.folder;

import io.lotwire.wire.DropOff.IfExists;
import io.lotwire.wire.NumberedName;
import io.lotwire.wire.Outgoing;
import java.io.IOException;
import java.io.InputStream;
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
     * @return what it is called
     */
    String put(Outgoing delivery) throws IOException {
        String name = delivery.fileName();
        Path target = folder.resolve(name).normalize();
        if (!folder.equals(target.getParent())) {
            throw new IOException("'" + name + "' is no name of a file");
        }
        int highest = ifExists == IfExists.NUMBER ? NumberedName.HIGHEST : 1;
        for (int number = 1; number <= highest; number++) {
            Path place = folder.resolve(NumberedName.of(name, number));
            boolean free = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            if (!free && isSame(place, delivery)) {
                return place.getFileName().toString();
            }
            if (free || ifExists == IfExists.OVERRIDE) {
                write(delivery, place);
                return place.getFileName().toString();
            }
        }
        throw new FileAlreadyExistsException(
                target.toString(), null, "a file with other content" + (highest > 1 ? ", and its numbers too" : ""));
    }

    private static boolean isSame(Path place, Outgoing delivery) throws IOException {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream theirs = Files.newInputStream(place)) {
            return delivery.isSameAs(theirs);
        }
    }

    private void write(Outgoing delivery, Path place) throws IOException {
        // Of this delivery alone: two may write files of one name at a time.
        Path temporary = folder.resolve("." + place.getFileName() + "." + delivery.id() + ".part");
        // What an attempt that was killed has left, or who knows who has put there.
        Files.deleteIfExists(temporary);
        try {
            try (InputStream from = delivery.open()) {
                Files.copy(from, temporary);
            }
            try (FileChannel to = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
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
