package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Fact;
import io.lotwire.compliance.TrackingEvent;
import io.lotwire.lot.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheets of a spreadsheet, as others laid them out: their names and columns are data, beside this class. */
public final class Layout {
    private static final String NONE = "-";
    private static final String FDA = "fda-spreadsheet.tsv";
    private static final String PTI = "pti-spreadsheets.tsv";
    private static final int CELLS = 3;

    private Layout() {}

    /** FDA's electronic sortable spreadsheet (June 2024): 13 sheets, 370 columns. */
    public static List<Tab> fda() {
        return read(FDA).get("");
    }

    /** The workbooks of the Produce Traceability Initiative, by what they are for, such as {@code shipping}. */
    public static Map<String, List<Tab>> pti() {
        return read(PTI);
    }

    private static Map<String, List<Tab>> read(String resource) {
        Map<String, List<Tab>> books = new LinkedHashMap<>();
        String book = "";
        List<String[]> tab = new ArrayList<>();
        for (String line : text(resource).split("\n", -1)) {
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("book") || cells[0].equals("tab")) {
                end(books, book, tab);
            }
            if (cells[0].equals("book")) {
                book = cells[1];
            } else {
                tab.add(cells);
            }
        }
        end(books, book, tab);
        return books;
    }

    private static void end(Map<String, List<Tab>> books, String book, List<String[]> lines) {
        if (!lines.isEmpty()) {
            String[] head = lines.get(0);
            books.computeIfAbsent(book, name -> new ArrayList<>())
                    .add(new Tab(
                            head[1],
                            kind(head[2]),
                            head.length > CELLS ? Integer.parseInt(head[CELLS]) : 1,
                            lines.stream().skip(1).map(Layout::column).toList()));
            lines.clear();
        }
    }

    private static Column column(String[] cells) {
        return new Column(
                cells[0],
                cells[1].replace("\\n", "\n"),
                cells[2].equals(NONE) ? Optional.empty() : Optional.of(Fact.of(cells[2])));
    }

    private static Optional<TrackingEvent> kind(String word) {
        return Arrays.stream(TrackingEvent.values())
                .filter(kind -> Word.of(kind).equals(word))
                .findFirst();
    }

    private static String text(String resource) {
        try (InputStream in = Fact.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
