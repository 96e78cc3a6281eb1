package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.io.OutputStream;

/** CSV files in a ZIP file. */
record CsvZip(SpooledZip zip) implements CsvBook.Files {
    @Override
    public OutputStream file(String name) throws IOException {
        return zip.entry(name);
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
    }
}
