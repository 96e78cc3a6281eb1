package io.lotwire.web.page;

import io.lotwire.csv.CsvField;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Page;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A list as CSV (RFC 4180), in UTF-8 with a byte order mark for spreadsheets; it is asked for in portions, and never in memory as a whole. */
final class CsvList {
    /** Rows of a portion. */
    static final int PORTION = 1000;

    /** Rows at most; a file that has them all ends here, and the filters say which part is wanted. */
    private static final int MOST = 100_000;

    private static final String CRLF = "\r\n";

    private CsvList() {}

    /**
     * It as an answer.
     *
     * @param name of the file, without {@code .csv}
     * @param portions answers the portion that begins after a row
     * @param fields answers the fields of a row
     */
    static <T> Response of(
            String name,
            List<String> header,
            Function<Optional<Keyset>, Page<T>> portions,
            Function<T, List<String>> fields) {
        // The first portion is asked for while an error can still be told.
        Page<T> first = portions.apply(Optional.empty());
        StreamingOutput body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            write(header, writer);
            Page<T> page = first;
            int rows = 0;
            while (true) {
                for (T row : page.rows()) {
                    write(fields.apply(row), writer);
                }
                rows += page.rows().size();
                if (page.next().isEmpty() || rows >= MOST) {
                    break;
                }
                page = portions.apply(page.next());
            }
            writer.flush();
        };
        return Response.ok(body, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static void write(List<String> fields, Writer writer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            CsvField.append(fields.get(i), line);
        }
        writer.write(line.append(CRLF).toString());
    }
}
