package io.lotwire.recall.record;

import io.lotwire.csv.CsvField;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table in a file: CSV with a header, UTF-8, lines end with CR LF (RFC 4180). */
final class CsvTable implements AutoCloseable {
    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    CsvTable(Path file, String... columns) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        row(List.of(columns));
    }

    /** Writes a row; what is not known is {@code ""}. */
    void row(List<String> fields) throws IOException {
        line.setLength(0);
        for (String field : fields) {
            CsvField.append(field, line);
            line.append(',');
        }
        line.setLength(line.length() - 1);
        out.append(line).append("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
