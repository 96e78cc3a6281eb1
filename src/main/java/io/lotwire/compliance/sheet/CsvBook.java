package io.lotwire.compliance.sheet;

import io.lotwire.csv.CsvField;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * CSV files (RFC 4180), one for each sheet, in UTF-8: its headers, where they are a single row, and its rows. Dates are written
 * {@code mm/dd/yyyy}; a text that looks like a formula gets an apostrophe ({@link CsvField}).
 */
final class CsvBook implements Book {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final Files files;
    private int number;

    /** @param files where they go */
    CsvBook(Files files) {
        this.files = files;
    }

    /** Where CSV files go. */
    interface Files {
        /** A file of this name; several may be open, and whoever asks closes them. */
        OutputStream file(String name) throws IOException;

        /** All are written. */
        void finish() throws IOException;
    }

    @Override
    public Sheet sheet(Tab tab) throws IOException {
        number++;
        String name = "%02d-%s.csv".formatted(number, tab.name().strip().replaceAll("[^A-Za-z0-9]+", "-"));
        CsvSheet sheet = new CsvSheet(new BufferedOutputStream(files.file(name.replace("-.csv", ".csv"))));
        sheet.row(tab.columns().stream().map(Column::header).toArray());
        return sheet;
    }

    @Override
    public long mostRows() {
        return Long.MAX_VALUE;
    }

    /** UTF-8 knows every character; half a surrogate pair is none. */
    @Override
    public boolean holdsWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Override
    public void finish() throws IOException {
        files.finish();
    }

    /** One of the files. */
    static final class CsvSheet implements Sheet {
        private final OutputStream out;
        private final StringBuilder line = new StringBuilder();

        CsvSheet(OutputStream out) {
            this.out = out;
        }

        @Override
        public void row(Object... cells) throws IOException {
            line.setLength(0);
            for (int i = 0; i < cells.length; i++) {
                line.append(i == 0 ? "" : ",");
                CsvField.append(text(cells[i]), line);
            }
            line.append("\r\n");
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }

        private static String text(Object value) {
            if (value == null) {
                return "";
            }
            if (value instanceof LocalDate date) {
                return DATE.format(date);
            }
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
