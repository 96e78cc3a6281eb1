package io.lotwire.registry.importing;

import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The records of one kind in a file, in a table of the transaction's own, as a file may have millions. Each gets the number of
 * the record that it is, {@code fresh} when that was not known, {@code changed} when something new is said of it.
 */
final class StagedRecords {
    /** So many go into one statement. */
    private static final int PORTION = 2000;

    private final Handle handle;
    private final RecordKind kind;
    private final List<StatedRecord> portion = new ArrayList<>();
    private boolean isMade;

    StagedRecords(Handle handle, RecordKind kind) {
        this.handle = handle;
        this.kind = kind;
    }

    RecordKind kind() {
        return kind;
    }

    /** The table. */
    String table() {
        return "staged_" + kind.word();
    }

    /** True when the file has none. */
    boolean isEmpty() {
        return !isMade && portion.isEmpty();
    }

    void add(StatedRecord record) {
        portion.add(record);
        if (portion.size() == PORTION) {
            stage();
        }
    }

    /** All are there. */
    void end() {
        stage();
        // Fresh tables have no statistics, and a plan for a few rows does not do for millions.
        handle.execute("analyze " + table());
    }

    private void stage() {
        if (!isMade) {
            isMade = true;
            handle.execute("create temp table " + table() + " (line bigint not null, "
                    + kind.facts().stream().map(fact -> fact.name() + " text").collect(Collectors.joining(", "))
                    + ", attributes jsonb not null, id bigint, fresh boolean not null default false,"
                    + " changed boolean not null default false) on commit drop");
        }
        if (portion.isEmpty()) {
            return;
        }
        List<Fact> facts = kind.facts();
        String columns = facts.stream().map(Fact::name).collect(Collectors.joining(", "));
        String parameters = facts.stream().map(fact -> ":" + fact.name()).collect(Collectors.joining(", "));
        Update insert = handle.createUpdate(
                        "insert into " + table() + " (line, " + columns + ", attributes) select line, "
                                + columns + ", cast(attributes as jsonb) from unnest(:line, " + parameters
                                + ", :attributes) as row (line, " + columns + ", attributes)")
                .bindArray(
                        "line",
                        Long.class,
                        portion.stream().map(StatedRecord::line).toArray())
                .bindArray(
                        "attributes",
                        String.class,
                        portion.stream()
                                .map(each -> AttributesJson.of(each.attributes()))
                                .toArray());
        for (Fact fact : facts) {
            insert.bindArray(
                    fact.name(),
                    String.class,
                    portion.stream().map(each -> each.facts().get(fact)).toArray());
        }
        insert.execute();
        portion.clear();
    }
}
