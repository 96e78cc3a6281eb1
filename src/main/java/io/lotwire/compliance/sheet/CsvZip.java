package io.lotwire.compliance.sheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** CSV files in a ZIP file. */
final class CsvZip implements CsvBook.Files {
    private final ZipOutputStream zip;

    /** @param out is not closed */
    CsvZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    @Override
    public OutputStream file(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
