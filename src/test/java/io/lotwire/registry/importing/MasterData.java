package io.lotwire.registry.importing;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.problem.Problem;
import io.lotwire.registry.exporting.RegistryExport;
import io.lotwire.registry.importing.RegistryImport.Mode;
import io.lotwire.registry.master.RecordKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A registry, files that are imported into it, and what it exports, for tests. */
public final class MasterData {
    private static final Correction ANNA = new Correction("anna", "letter of the supplier", false);

    private final DatabaseAddress database;
    private final Ledger ledger;

    /** An empty one. */
    public MasterData() throws SQLException {
        this(TestDatabase.fresh());
    }

    /** That of a database. */
    public MasterData(DatabaseAddress database) {
        this.database = database;
        this.ledger = new Ledger(database.unpooled(), Clock.systemUTC());
    }

    public Ledger ledger() {
        return ledger;
    }

    DatabaseAddress database() {
        return database;
    }

    /** Imports a file that has this text. */
    public ImportOutcome take(String text) throws IOException {
        return take(text, ANNA, Mode.KEEP);
    }

    ImportOutcome take(String text, Correction correction, Mode mode) throws IOException {
        return take(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), correction, mode);
    }

    ImportOutcome take(InputStream bytes) throws IOException {
        return take(bytes, ANNA, Mode.KEEP);
    }

    private ImportOutcome take(InputStream bytes, Correction correction, Mode mode) throws IOException {
        return ledger.<ImportOutcome, IOException>inTransaction(
                tx -> new RegistryImport(tx, correction, count -> {}).file("lots.csv", bytes, Optional.empty(), mode));
    }

    /** The problems of a file, each as it is told. */
    List<String> problems(String text) throws IOException {
        return take(text).problems().stream().map(Problem::toString).toList();
    }

    /** The counts of a kind: new, changed, unchanged. */
    static List<Long> counts(ImportOutcome outcome, RecordKind kind) {
        ImportOutcome.Counts counts = outcome.counts().get(kind);
        return List.of(counts.fresh(), counts.changed(), counts.unchanged());
    }

    String csv(RecordKind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ledger.<IOException>useTransaction(tx -> new RegistryExport(tx).csv(kind, out));
        return out.toString(StandardCharsets.UTF_8);
    }

    String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ledger.<IOException>useTransaction(
                tx -> new RegistryExport(tx).json(List.of(RecordKind.PRODUCT, RecordKind.PARTY, RecordKind.LOT), out));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The answer to a question, a text each. */
    List<String> ask(String sql) {
        return ledger.inTransaction(
                tx -> tx.handle().createQuery(sql).mapTo(String.class).list());
    }
}
