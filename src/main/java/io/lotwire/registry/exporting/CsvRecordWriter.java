package io.lotwire.registry.exporting;

import io.lotwire.csv.CsvField;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records of one kind as CSV (RFC 4180): a header and a row each, lines end with CR LF, UTF-8. */
final class CsvRecordWriter implements RecordWriter {
    private static final int ENOUGH = 1 << 13;

    private final OutputStream out;
    private final RecordKind kind;
    private final List<String> attributes;
    private final StringBuilder text = new StringBuilder(2 * ENOUGH);

    /** @param attributes the names of the further facts, a column each */
    CsvRecordWriter(OutputStream out, RecordKind kind, List<String> attributes) {
        this.out = out;
        this.kind = kind;
        this.attributes = attributes;
        List<String> names =
                new ArrayList<>(kind.facts().stream().map(Fact::name).toList());
        attributes.forEach(name -> names.add("attributes." + name));
        row(names);
    }

    @Override
    public void write(KnownRecord record) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Fact fact : kind.facts()) {
            fields.add(field(fact, record.facts().get(fact)));
        }
        for (String name : attributes) {
            fields.add(record.attributes().getOrDefault(name, ""));
        }
        row(fields);
        if (text.length() >= ENOUGH) {
            send();
        }
    }

    @Override
    public void close() throws IOException {
        send();
        out.flush();
    }

    private static String field(Fact fact, String kept) {
        if (kept == null) {
            return "";
        }
        return fact.type().isList()
                ? Listed.field(Listed.ofJson(kept))
                : fact.type().written(kept);
    }

    private void row(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",");
            CsvField.append(fields.get(i), text);
        }
        text.append("\r\n");
    }

    private void send() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
