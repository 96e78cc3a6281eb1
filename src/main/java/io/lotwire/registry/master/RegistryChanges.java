package io.lotwire.registry.master;

import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What persons said of records, from the first change to the last. It is only ever added to. */
public final class RegistryChanges {
    /** So many of a record are told; a record that was corrected more often has its last ones told. */
    private static final int MOST = 1000;

    private final Handle handle;

    /** Those in this transaction. */
    public RegistryChanges(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /** Those of a record, in the order in which they were made. */
    public List<RegistryChange> of(RecordKind kind, long id) {
        return handle.createQuery("""
                        select * from (select * from registry_change where kind = :kind and record_id = :id
                            order by id desc limit :most) last
                        order by id
                        """)
                .bind("kind", kind.word())
                .bind("id", id)
                .bind("most", MOST)
                .map((row, context) -> new RegistryChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        row.getString("why"),
                        row.getString("field"),
                        text(row, "before"),
                        text(row, "after")))
                .list();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
