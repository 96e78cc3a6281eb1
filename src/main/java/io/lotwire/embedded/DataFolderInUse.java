package io.lotwire.embedded;

import java.nio.file.Path;

/** Two gateways may not run on one data folder; the message says who has it and what to do. */
public final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, String holder) {
        super("The data folder " + folder + " is in use (" + holder
                + "). Stop that one, or set LOTWIRE_DATA to another folder.");
    }
}
