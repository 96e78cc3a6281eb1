package io.lotwire.ledger;

import io.lotwire.lot.Purpose;
import io.lotwire.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                            group_control_number, set_control_number, document_number, purpose, state, cause, reason, problems)
                        values (:inboxId, :interchangeId, :ordinal, :document, :version,
                            :groupControlNumber, :setControlNumber, '', '', :state, :cause, :reason,
                            cast(:problemsJson as jsonb))
                        returning id
                        """)
                .bindMethods(set)
                .bind("state", set.progress().state().name())
                .bind("cause", cause(set.progress()))
                .bind("reason", reason(set.progress()))
                .bind("problemsJson", Json.writeProblems(set.problems()))
                .mapTo(Long.class)
                .one();
    }

    /** What the translation of a set came to; its problems are added to those of reading. */
    public void move(long setId, SetProgress progress, Purpose purpose, List<Problem> problems) {
        int moved = handle.createUpdate("""
                        update transaction_set set state = :state, document_number = :documentNumber, purpose = :purpose,
                            cause = :cause, reason = :reason, problems = problems || cast(:problems as jsonb)
                        where id = :id
                        """)
                .bind("id", setId)
                .bind("state", progress.state().name())
                .bind("cause", cause(progress))
                .bind("reason", reason(progress))
                .bind("documentNumber", progress.documentNumber().orElse(""))
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

    private static String cause(SetProgress progress) {
        return progress.cause().map(cause -> cause.code().name()).orElse(null);
    }

    private static String reason(SetProgress progress) {
        return progress.cause().map(Cause::sentence).orElse("");
    }

    private static SetProgress progress(ResultSet row) throws SQLException {
        String number = row.getString("document_number");
        return switch (SetState.valueOf(row.getString("state"))) {
            case ACCEPTED -> new SetProgress.Accepted(false);
            case ACCEPTED_WITH_ERRORS -> new SetProgress.Accepted(true);
            case REJECTED -> new SetProgress.Rejected(Cause.read(row, "reason"));
            case TRANSLATED -> number.isEmpty() ? new SetProgress.Heard() : new SetProgress.Translated(number);
            case TESTED -> new SetProgress.Tested(number);
            case PARKED ->
                new SetProgress.Parked(
                        Cause.read(row, "reason"), number.isEmpty() ? Optional.empty() : Optional.of(number));
        };
    }

    static SetRow row(ResultSet row) throws SQLException {
        return new SetRow(
                row.getLong("id"),
                row.getInt("ordinal"),
                row.getString("document"),
                row.getString("group_control_number"),
                row.getString("set_control_number"),
                progress(row),
                Json.readProblems(row.getString("problems")));
    }
}
