package io.lotwire.csv;

import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads rows of CSV (RFC 4180) one by one, in memory that does not grow with the file: UTF-8 with or without a byte order mark,
 * lines that end with LF, CR LF or CR, fields separated by comma, semicolon or tab, whichever the first line has most of. Rows
 * without a character are passed over. What cannot be read is told, and reading goes on behind it.
 */
public final class CsvReader {
    /** So many characters of a field are read: more than any name or address has. */
    public static final int LONGEST_FIELD = 64 * 1024;

    /** So many fields of a row are read: more than any table of master data has columns. */
    public static final int MOST_FIELDS = 1000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a decoder puts where bytes are no UTF-8. */
    private static final char NO_UTF8 = '\uFFFD';

    private static final String DELIMITERS = ",;\t";
    private static final int END = -1;

    private final String file;
    private final Reader text;
    private final Consumer<Problem> problems;
    private final char[] buffer = new char[LONGEST_FIELD];
    private int filled;
    private int at;
    private long line = 1;
    private char delimiter;
    private List<String> columns = List.of();

    // The row that is being read.
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private long fieldLine;
    private boolean isWhole;
    private boolean isOverlong;
    private boolean hasImpossible;
    private boolean hasTooMany;

    /**
     * @param file the file as its user knows it
     * @param bytes what it holds; the caller closes it
     * @param problems is told what is wrong
     */
    public CsvReader(String file, InputStream bytes, Consumer<Problem> problems) throws IOException {
        this.file = file;
        this.text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        this.problems = problems;
        if (peek() == BYTE_ORDER_MARK) {
            at++;
        }
        this.delimiter = delimiter();
    }

    /** The names of the columns, by which later problems tell places. */
    public void name(List<String> names) {
        columns = List.copyOf(names);
    }

    /** Where a field stands. */
    public CsvPlace place(long ofLine, int column) {
        return new CsvPlace(file, ofLine, column, column <= columns.size() ? columns.get(column - 1) : "");
    }

    /** The next row; empty at the end. */
    public Optional<CsvRow> next() throws IOException {
        while (peek() != END) {
            long begin = line;
            fields.clear();
            isWhole = true;
            hasTooMany = false;
            while (readField()) {
                // The next one follows in the same row.
            }
            if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                return Optional.of(new CsvRow(begin, fields, isWhole));
            }
        }
        return Optional.empty();
    }

    /** Reads a field and what ends it; true when another one follows. */
    private boolean readField() throws IOException {
        field.setLength(0);
        fieldLine = line;
        isOverlong = false;
        hasImpossible = false;
        if (peek() == '"') {
            at++;
            readQuoted();
        } else {
            readPlain();
        }
        keep();
        int end = read();
        if (end == '\r' && peek() == '\n') {
            read();
        }
        return end == delimiter;
    }

    private void readPlain() throws IOException {
        boolean hasQuote = false;
        for (int c = peek(); !endsField(c); c = peek()) {
            hasQuote |= c == '"';
            take(read());
        }
        if (hasQuote) {
            tell(
                    CsvFault.QUOTE_MISPLACED,
                    "A quote stands within a field that does not begin with one: put the whole field in quotes, and each"
                            + " quote in it twice.");
        }
    }

    private void readQuoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                tell(
                        CsvFault.QUOTE_UNCLOSED,
                        "A field begins with a quote here, and no quote ends it: all that follows is in it. Add the quote at"
                                + " its end, or write a quote that is meant twice.");
                return;
            }
            if (c != '"') {
                take(c);
            } else if (peek() == '"') {
                take(read());
            } else {
                break;
            }
        }
        if (!endsField(peek())) {
            while (!endsField(peek())) {
                take(read());
            }
            tell(
                    CsvFault.QUOTE_MISPLACED,
                    "Text follows the quote that ends a field: write a quote within a quoted field twice.");
        }
    }

    private boolean endsField(int c) {
        return c == END || c == delimiter || c == '\n' || c == '\r';
    }

    private void take(int c) {
        if (c == 0 || c == NO_UTF8) {
            tellImpossible(c);
        } else if (field.length() < LONGEST_FIELD) {
            field.append((char) c);
        } else if (!isOverlong) {
            isOverlong = true;
            tell(
                    CsvFault.FIELD_TOO_LONG,
                    "A field is longer than " + LONGEST_FIELD + " characters: shorten it. If it should not be, a quote"
                            + " may be missing at its end.");
        }
    }

    /** Once for a field: in a file of another coding they are many. */
    private void tellImpossible(int c) {
        if (!hasImpossible) {
            hasImpossible = true;
            tell(
                    CsvFault.CHARACTER_IMPOSSIBLE,
                    c == 0
                            ? "A character NUL stands here, which no text has: take it out."
                            : "Bytes that are no UTF-8 stand here: save the file as UTF-8.");
        }
    }

    private void keep() {
        if (fields.size() < MOST_FIELDS) {
            fields.add(field.toString());
        } else if (!hasTooMany) {
            hasTooMany = true;
            isWhole = false;
            problems.accept(Problem.error(
                    CsvFault.FIELDS_TOO_MANY,
                    CsvPlace.of(file, fieldLine).place(),
                    "The row has more than " + MOST_FIELDS + " fields: leave out the columns that are not needed."));
        }
    }

    private void tell(CsvFault fault, String sentence) {
        isWhole = false;
        if (fields.size() < MOST_FIELDS) {
            problems.accept(
                    Problem.error(fault, place(fieldLine, fields.size() + 1).place(), sentence));
        }
    }

    /** The next character as it stands; lines are counted. */
    private int read() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        at++;
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (at == filled) {
            at = 0;
            filled = 0;
            fill();
        }
        return at == filled ? END : buffer[at];
    }

    private void fill() throws IOException {
        while (filled < buffer.length) {
            int more = text.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                return;
            }
            filled += more;
        }
    }

    /** That of which the first line, as far as it is in memory, has most outside of quotes. */
    private char delimiter() {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = at; i < filled && (quoted || (buffer[i] != '\n' && buffer[i] != '\r')); i++) {
            if (buffer[i] == '"') {
                quoted = !quoted;
            }
            int found = quoted ? -1 : DELIMITERS.indexOf(buffer[i]);
            if (found >= 0) {
                counts[found]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }
}
