package io.lotwire.registry.importing;

import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Fills and corrects facts of records that were found, and writes down each change with what was known before. */
final class Correcting {
    private static final String CHANGE =
            "insert into registry_change (changed_at, changed_by, why, kind, record_id, field, before, after) ";

    private final Handle handle;
    private final Instant now;
    private final StagedRecords staged;
    private final Correction correction;

    Correcting(Handle handle, Instant now, StagedRecords staged, Correction correction) {
        this.handle = handle;
        this.now = now;
        this.staged = staged;
        this.correction = correction;
    }

    /**
     * Writes down changes, and that their records have changed.
     *
     * @param select gives {@code id, field, before, after} of each
     */
    void change(String select) {
        bind(handle.createUpdate("with made as (" + CHANGE
                        + "select :now, :by, :why, :kind, id, field, before, after from (" + select
                        + ") change (id, field, before, after) order by id, field returning record_id)"
                        + " update " + staged.table() + " set changed = true where id in (select record_id from made)"))
                .execute();
    }

    /** Keeps what is said of the records, but where that is known already. */
    ImportOutcome.Counts keep() {
        RecordKind kind = staged.kind();
        List<Fact> columns = kind.columns();
        bind(handle.createUpdate(CHANGE + "select :now, :by, :why, :kind, id, '', null, null from " + staged.table()
                        + " where fresh order by id"))
                .execute();
        change("select s.id, f.field, f.before, f.after from " + joined() + ", lateral (values "
                + columns.stream()
                        .map(fact -> "('" + fact.name() + "', cast(t." + fact.column() + " as text), cast(" + said(fact)
                                + " as text))")
                        .collect(Collectors.joining(", "))
                + ") f (field, before, after) where not s.fresh and f.after is not null"
                + " and f.after is distinct from f.before");
        change("select s.id, '" + RecordReading.ATTRIBUTES + "' || a.key, t.attributes ->> a.key, a.value from "
                + joined()
                + ", lateral jsonb_each_text(s.attributes) a (key, value) where not s.fresh"
                + " and t.attributes ->> a.key is distinct from a.value");
        handle.execute("update " + kind.word() + " t set "
                + columns.stream()
                        .map(fact -> fact.column() + " = coalesce(" + said(fact) + ", t." + fact.column() + ")")
                        .collect(Collectors.joining(", "))
                + ", attributes = t.attributes || s.attributes from " + staged.table()
                + " s where s.id = t.id and s.changed");
        return handle.createQuery("select count(*) filter (where fresh), count(*) filter (where changed and not fresh),"
                        + " count(*) filter (where not changed and not fresh) from " + staged.table())
                .map((row, context) -> new ImportOutcome.Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    private String joined() {
        return staged.table() + " s join " + staged.kind().word() + " t on t.id = s.id";
    }

    /** What the file says of a fact, of the type of its column. */
    static String said(Fact fact) {
        return fact.type().sqlType().equals("text")
                ? "s." + fact.name()
                : "cast(s." + fact.name() + " as " + fact.type().sqlType() + ")";
    }

    private <S extends SqlStatement<S>> S bind(S sql) {
        return sql.bind("now", now)
                .bind("by", correction.by())
                .bind("why", correction.why())
                .bind("kind", staged.kind().word());
    }
}
