package io.lotwire.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a data folder for one command beside the gateway: the running one when a gateway has it, else started
 * for the command and stopped after it.
 */
public final class BorrowedDatabase implements AutoCloseable {
    private final DatabaseAddress address;
    /** Both null when another process runs the database. */
    private final DataFolder folder;

    private final EmbeddedDatabase database;

    private BorrowedDatabase(DatabaseAddress address, DataFolder folder, EmbeddedDatabase database) {
        this.address = address;
        this.folder = folder;
        this.database = database;
    }

    /**
     * Finds or starts the database.
     *
     * @param folder the data folder
     * @param user the command, in words, for whoever wants the folder meanwhile
     * @throws DataFolderInUse when another process has the folder but its database does not answer
     */
    public static BorrowedDatabase of(Path folder, String user) throws IOException {
        Optional<DataFolder> locked = DataFolder.tryLock(folder, user);
        if (locked.isEmpty()) {
            DatabaseAddress running = EmbeddedDatabase.running(folder).orElseThrow(() -> DataFolder.inUse(folder));
            return new BorrowedDatabase(running, null, null);
        }
        try {
            EmbeddedDatabase started = EmbeddedDatabase.start(locked.get());
            return new BorrowedDatabase(started.address(), locked.get(), started);
        } catch (IOException | RuntimeException e) {
            locked.get().close();
            throw e;
        }
    }

    /** Where it listens. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        if (database != null) {
            try {
                database.close();
            } finally {
                folder.close();
            }
        }
    }
}
