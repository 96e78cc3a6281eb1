package io.lotwire.registry.exporting;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import io.lotwire.registry.master.RecordRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes what the registry knows, as of one moment, in memory that does not grow with it. */
public final class RegistryExport {
    /** So many rows come from the database at a time. */
    private static final int AT_A_TIME = 1000;

    private final Handle handle;

    /** An export in this transaction. */
    public RegistryExport(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /** The records of one kind as CSV. */
    public void csv(RecordKind kind, OutputStream out) throws IOException {
        List<String> attributes = handle.createQuery("select distinct attribute from " + kind.word()
                        + ", lateral jsonb_object_keys(attributes) attribute order by attribute")
                .mapTo(String.class)
                .list();
        try (CsvRecordWriter writer = new CsvRecordWriter(out, kind, attributes)) {
            write(kind, writer);
        }
    }

    /** The records of these kinds as JSON, an object a line. */
    public void json(List<RecordKind> kinds, OutputStream out) throws IOException {
        try (JsonRecordWriter writer = new JsonRecordWriter(out)) {
            for (RecordKind kind : kinds) {
                write(kind, writer);
            }
        }
    }

    private void write(RecordKind kind, RecordWriter writer) throws IOException {
        String order = kind.keys().stream()
                .filter(Fact::isColumn)
                .map(fact -> "t." + fact.column() + " collate \"C\" nulls last")
                .collect(Collectors.joining(", "));
        try {
            handle.createQuery(RecordRows.select(kind) + " order by " + order + ", t.id")
                    .setFetchSize(AT_A_TIME)
                    .map((row, context) -> RecordRows.read(kind, row))
                    .forEach(record -> {
                        try {
                            writer.write(record);
                        } catch (IOException notWritten) {
                            throw new UncheckedIOException(notWritten);
                        }
                    });
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        }
    }
}
