package io.lotwire.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that runs the embedded database of a data folder until it is killed. */
final class DatabaseKeeper {
    private DatabaseKeeper() {}

    /**
     * Starts the database and says so.
     *
     * @param arguments the data folder
     */
    public static void main(String[] arguments) throws Exception {
        DataFolder folder = DataFolder.lock(Path.of(arguments[0]), "gateway");
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        System.out.println("ready " + database.address());
        new CountDownLatch(1).await();
    }
}
