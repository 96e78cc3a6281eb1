package io.lotwire.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder that holds all that the embedded parts keep, locked for one process. The operating system drops the lock
 * with the process, so a killed gateway leaves nothing to clean up.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    /** Kept beside the lock: on POSIX, closing a second descriptor of the locked file would drop the lock. */
    private static final String HOLDER = "lock-holder";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a data folder, making it when it is missing.
     *
     * @param folder the folder, such as {@code var}
     * @param user what uses it, in words, such as {@code gateway}: told to the next one who wants it
     * @throws DataFolderInUse when another process, or another part of this one, has it
     */
    public static DataFolder lock(Path folder, String user) throws IOException {
        return tryLock(folder, user).orElseThrow(() -> inUse(folder));
    }

    /** Like {@link #lock}, but empty when the folder is in use. */
    public static Optional<DataFolder> tryLock(Path folder, String user) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        FileChannel channel =
                FileChannel.open(absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Files.writeString(
                        absolute.resolve(HOLDER),
                        user + ", process " + ProcessHandle.current().pid());
                return Optional.of(new DataFolder(absolute, channel, lock));
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // Falls through to the same answer as for another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    static DataFolderInUse inUse(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            return new DataFolderInUse(
                    absolute, Files.readString(absolute.resolve(HOLDER)).strip());
        } catch (IOException holderUnknown) {
            return new DataFolderInUse(absolute, "another process");
        }
    }

    /** Gives the folder free. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
