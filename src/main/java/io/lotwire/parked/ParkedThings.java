package io.lotwire.parked;

import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The things that are parked, inside one transaction. */
public final class ParkedThings {
    private static final String FILES = """
            select 'FILE' as kind, id as row_id, partner,
                coalesce(nullif(file_name, ''), message_id) || ' over ' || wire as what,
                id as inbox_id, cause, reason, changed_at as since, state
            from inbox
            """;

    private static final String DOCUMENTS = """
            select 'DOCUMENT' as kind, s.id as row_id, i.partner,
                s.document || coalesce(' ' || nullif(s.document_number, ''), '') || coalesce(', set ' || nullif(s.set_control_number, ''), '')
                    || coalesce(' of ' || nullif(i.file_name, ''), '') as what,
                s.inbox_id, s.cause, s.reason, i.changed_at as since, s.state
            from transaction_set s join inbox i on i.id = s.inbox_id
            """;

    private static final String DELIVERIES = """
            select 'DELIVERY' as kind, d.id as row_id, d.partner,
                d.subscription || case when d.format = d.subscription then '' else ' as ' || d.format end || ' over ' || d.wire
                    || coalesce(', about ' || s.document || ' ' || s.document_number, '') as what,
                coalesce(d.inbox_id, 0) as inbox_id, d.cause, d.last_error as reason, d.changed_at as since, d.state
            from delivery d left join transaction_set s on s.id = d.set_id
            """;

    private final Handle handle;

    public ParkedThings(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /**
     * Those that are parked, the last first. It looks at what is parked alone, however much has come to its end.
     *
     * @param most so many at most
     */
    public List<ParkedThing> list(ParkedFilter filter, int most) {
        return handle.createQuery("select * from (" + FILES
                        + " where state = 'PARKED' and (:cause = '' or cause = :cause)"
                        + " union all " + DOCUMENTS + " where s.state = 'PARKED' and (:cause = '' or s.cause = :cause)"
                        + " union all " + DELIVERIES
                        + " where d.state = 'PARKED' and (:cause = '' or d.cause = :cause)) parked"
                        + " where (:kind = '' or kind = :kind) and (:partner = '' or partner = :partner)"
                        + " order by since desc, kind, row_id desc limit :most")
                .bind("kind", filter.kind().map(Enum::name).orElse(""))
                .bind("cause", filter.cause().map(Enum::name).orElse(""))
                .bind("partner", filter.partner().orElse(""))
                .bind("most", most)
                .map((row, context) -> thing(row))
                .list();
    }

    /** One of them, also when it was dismissed; empty when it is neither parked nor dismissed. */
    public Optional<ParkedThing> find(ParkedId id) {
        String one =
                switch (id.kind()) {
                    case FILE -> FILES + " where id = :id and state in ('PARKED', 'DISMISSED')";
                    case DOCUMENT -> DOCUMENTS + " where s.id = :id and s.state in ('PARKED', 'DISMISSED')";
                    case DELIVERY -> DELIVERIES + " where d.id = :id and d.state in ('PARKED', 'DISMISSED')";
                };
        return handle.createQuery(one)
                .bind("id", id.row())
                .map((row, context) -> thing(row))
                .findOne();
    }

    private static ParkedThing thing(ResultSet row) throws SQLException {
        return new ParkedThing(
                new ParkedId(ParkedKind.valueOf(row.getString("kind")), row.getLong("row_id")),
                row.getString("partner"),
                row.getString("what"),
                row.getLong("inbox_id"),
                new Cause(CauseCode.stored(row.getString("cause")), row.getString("reason")),
                row.getTimestamp("since").toInstant(),
                row.getString("state").equals("DISMISSED"));
    }
}
