package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Statements;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A spreadsheet as a file: XLSX; or a CSV file for each sheet, in a ZIP file where its name ends so, else in a folder. A file is
 * there when it is whole, and not before.
 */
public final class SpreadsheetFile {
    private static final String APPLICATION = "Lotwire";
    private static final int BUFFER = 1 << 16;

    private final Path out;
    private final Format format;

    /** @param out the file or folder */
    public SpreadsheetFile(Path out, Format format) {
        this.out = out.toAbsolutePath();
        this.format = format;
    }

    /** How it is written. */
    public enum Format {
        XLSX,
        CSV
    }

    /** Writes FDA's electronic sortable spreadsheet. */
    public Summary writeFda(Statements statements, About about) throws IOException {
        return write(book -> new Spreadsheet(statements, book).write(about));
    }

    /**
     * Writes a workbook of the Produce Traceability Initiative.
     *
     * @param name what it is for, a key of {@link #ptiBooks}
     */
    public Summary writePti(Statements statements, String name) throws IOException {
        List<Tab> tabs = Layout.pti().get(name);
        return write(book -> new PtiSpreadsheet(statements, book).write(tabs));
    }

    /** What the workbooks of the Produce Traceability Initiative are for, in words. */
    public static List<String> ptiBooks() {
        return List.copyOf(Layout.pti().keySet());
    }

    /** Fills a book. */
    private interface Filling {
        Summary fill(Book book) throws IOException;
    }

    private Summary write(Filling filling) throws IOException {
        boolean folder = format == Format.CSV && !out.getFileName().toString().endsWith(".zip");
        if (folder) {
            Files.createDirectories(out);
            return filled(new CsvBook(new CsvFolder(out)), filling);
        }
        Files.createDirectories(out.getParent());
        if (Files.isDirectory(out)) {
            throw new FileAlreadyExistsException(out.toString(), null, "it is a folder: name a file");
        }
        Path part = Files.createTempFile(out.getParent(), "." + out.getFileName(), ".part");
        try {
            Summary summary;
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
                    SpooledZip zip = new SpooledZip(bytes, out.getParent())) {
                summary = filled(book(zip), filling);
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Book book(SpooledZip zip) throws IOException {
        return format == Format.XLSX ? new XlsxBook(zip, APPLICATION) : new CsvBook(new CsvZip(zip));
    }

    private static Summary filled(Book book, Filling filling) throws IOException {
        Summary summary = filling.fill(book);
        book.finish();
        return summary;
    }
}
