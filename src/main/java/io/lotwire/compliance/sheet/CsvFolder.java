package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** CSV files in a folder. */
record CsvFolder(Path folder) implements CsvBook.Files {
    @Override
    public OutputStream file(String name) throws IOException {
        return java.nio.file.Files.newOutputStream(folder.resolve(name));
    }

    @Override
    public void finish() {}
}
