package io.lotwire.compliance.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A ZIP file whose entries are written side by side: each is compressed into a file of its own, and these are put together in the
 * end, as they are.
 */
final class SpooledZip implements Closeable {
    /** Of the nine levels the one that costs least for its worth: rows are much alike. */
    private static final int COMPRESSION = 2;

    private static final int BUFFER = 1 << 15;

    private final OutputStream out;
    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param out is not closed
     * @param folder in which the entries are meanwhile; a folder is made there, and deleted in the end
     */
    SpooledZip(OutputStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = Files.createTempDirectory(folder, ".entries");
    }

    /** Begins the next entry; whoever asks closes it, before the whole file is finished. */
    OutputStream entry(String name) throws IOException {
        Entry entry = new Entry(name, folder.resolve(Integer.toString(entries.size())));
        entries.add(entry);
        return new BufferedOutputStream(entry, BUFFER);
    }

    /** Puts the entries together. */
    void finish() throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
        for (Entry entry : entries) {
            entry.copyTo(zip);
        }
        zip.finish();
    }

    /** Deletes what was kept meanwhile; entries that are open end where they are. */
    @Override
    public void close() throws IOException {
        for (Entry entry : entries) {
            entry.discard();
        }
        Files.delete(folder);
    }

    /** One of them. */
    private static final class Entry extends FilterOutputStream {
        private final String name;
        private final Path file;
        private final OutputStream compressed;
        private final Deflater deflater;
        private final CRC32 crc = new CRC32();
        private boolean closed;
        private long size;

        Entry(String name, Path file) throws IOException {
            this(name, file, Files.newOutputStream(file), new Deflater(COMPRESSION, true));
        }

        private Entry(String name, Path file, OutputStream compressed, Deflater deflater) {
            super(new DeflaterOutputStream(compressed, deflater, BUFFER));
            this.name = name;
            this.file = file;
            this.compressed = compressed;
            this.deflater = deflater;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            crc.update(bytes, offset, length);
            size += length;
            out.write(bytes, offset, length);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (compressed) {
                    out.close();
                } finally {
                    deflater.end();
                }
            }
        }

        void discard() throws IOException {
            if (!closed) {
                closed = true;
                deflater.end();
                compressed.close();
            }
            Files.deleteIfExists(file);
        }

        void copyTo(ZipArchiveOutputStream zip) throws IOException {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setMethod(ZipArchiveEntry.DEFLATED);
            entry.setSize(size);
            entry.setCompressedSize(Files.size(file));
            entry.setCrc(crc.getValue());
            try (InputStream written = Files.newInputStream(file)) {
                zip.addRawArchiveEntry(entry, written);
            }
        }
    }
}
