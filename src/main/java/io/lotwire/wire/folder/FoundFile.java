package io.lotwire.wire.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file as it was found in a folder: one of the same name that was put there since is another.
 *
 * @param path where it is
 * @param size in bytes
 * @param putAt when it was last written
 */
record FoundFile(Path path, long size, Instant putAt) {
    static FoundFile at(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FoundFile(
                path, now.size(), Instant.ofEpochMilli(now.lastModifiedTime().toMillis()));
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Its place for the ledger. */
    String place() {
        return path.toString();
    }
}
