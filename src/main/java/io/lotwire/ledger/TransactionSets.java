package io.lotwire.ledger;

import io.lotwire.lot.Purpose;
import io.lotwire.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The transaction sets of interchanges, inside one transaction. */
public final class TransactionSets {
    private final Handle handle;

    TransactionSets(Handle handle) {
        this.handle = handle;
    }

    /** Keeps a set that was read; answers its number. */
    public long keep(ReadSet set) {
        return handle.createQuery("""
                        insert into transaction_set (inbox_id, interchange_id, ordinal, document, version,
                            group_control_number, set_control_number, document_number, purpose, state, problems)
                        values (:inboxId, :interchangeId, :ordinal, :document, :version,
                            :groupControlNumber, :setControlNumber, '', '', :stateName,
                            cast(:problemsJson as jsonb))
                        returning id
                        """)
                .bindMethods(set)
                .bind("stateName", set.state().name())
                .bind("problemsJson", Json.writeProblems(set.problems()))
                .mapTo(Long.class)
                .one();
    }

    /** What the translation of a set came to; its problems are added to those of reading. */
    public void move(long setId, SetState state, String documentNumber, Purpose purpose, List<Problem> problems) {
        int moved = handle.createUpdate("""
                        update transaction_set set state = :state, document_number = :documentNumber, purpose = :purpose,
                            problems = problems || cast(:problems as jsonb)
                        where id = :id
                        """)
                .bind("id", setId)
                .bind("state", state.name())
                .bind("documentNumber", documentNumber)
                .bind("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .bind("problems", Json.writeProblems(problems))
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("no transaction set " + setId);
        }
    }

    /** The sets that came with an inbox row, in the order of the file. */
    public List<SetRow> of(long inboxId) {
        return handle.createQuery(
                        "select * from transaction_set where inbox_id = :inboxId order by interchange_id, ordinal")
                .bind("inboxId", inboxId)
                .map((row, context) -> row(row))
                .list();
    }

    static SetRow row(ResultSet row) throws SQLException {
        return new SetRow(
                row.getLong("id"),
                row.getLong("inbox_id"),
                row.getLong("interchange_id"),
                row.getInt("ordinal"),
                row.getString("document"),
                row.getString("version"),
                row.getString("group_control_number"),
                row.getString("set_control_number"),
                row.getString("document_number"),
                row.getString("purpose"),
                SetState.valueOf(row.getString("state")),
                Json.readProblems(row.getString("problems")));
    }
}
