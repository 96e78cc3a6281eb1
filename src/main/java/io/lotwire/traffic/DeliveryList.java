package io.lotwire.traffic;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What goes out, the last first, inside one transaction. A page costs what it shows, however much there is. Of what somebody else sent a
 * partner sees what they got of it, and neither the file nor who else gets it.
 */
public final class DeliveryList {
    private static final String LINES = """
            select d.id, d.kind, d.partner, d.wire, d.format, d.inbox_id, d.message_id, d.state, d.attempts, d.cause, d.last_error,
                d.confirmation, d.acknowledgement, d.created_at, d.changed_at, s.document, s.document_number,
                i.partner as sender
            from delivery d left join transaction_set s on s.id = d.set_id left join inbox i on i.id = d.inbox_id
            """;

    private final Handle handle;

    public DeliveryList(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /**
     * A page of it.
     *
     * @param scope whose deliveries are shown
     * @param after after which delivery it begins; empty for the last that was made
     * @param most so many deliveries at most
     */
    public Page<DeliveryLine> page(Scope scope, DeliveryFilter filter, Optional<Keyset> after, int most) {
        List<DeliveryLine> found = Conditions.of(scope, "d.partner")
                .when("d.partner = :partner", filter.partner(), (query, it) -> query.bind("partner", it))
                .when("d.wire = :wire", filter.wire(), (query, it) -> query.bind("wire", it))
                .when("d.format = :format", filter.format(), (query, it) -> query.bind("format", it))
                .when(
                        "d.created_at >= :from",
                        filter.from(),
                        (query, it) -> query.bind("from", it.atOffset(ZoneOffset.UTC)))
                .when(
                        "d.created_at < :until",
                        filter.until(),
                        (query, it) -> query.bind("until", it.atOffset(ZoneOffset.UTC)))
                // In the words of the partial indexes: a parameter would not fit them.
                .when(filter.state()
                        .map(state -> "d.state = '" + state.name() + "'")
                        .orElse("true"))
                .when("(d.created_at, d.id) < (:at, :id)", after, (query, it) -> query.bind(
                                "at", it.time().atOffset(ZoneOffset.UTC))
                        .bind("id", it.id()))
                .ask(handle, LINES, "order by d.created_at desc, d.id desc limit " + (most + 1))
                .map((row, context) -> line(scope, row))
                .list();
        return Page.of(found, most, line -> Keyset.of(line.createdAt(), line.id()));
    }

    /** One by its number; empty for one that is not shown. */
    public Optional<DeliveryLine> find(Scope scope, long id) {
        return handle.createQuery(LINES + " where d.id = :id")
                .bind("id", id)
                .map((row, context) -> line(scope, row))
                .findOne()
                .filter(line -> scope.shows(line.partner()));
    }

    /**
     * The first of those that a file caused.
     *
     * @param scope whose deliveries are shown
     * @param most so many at most
     */
    public List<DeliveryLine> of(Scope scope, long inboxId, int most) {
        return Conditions.of(scope, "d.partner")
                .when("d.inbox_id = :inbox", Optional.of(inboxId), (query, it) -> query.bind("inbox", it))
                .ask(handle, LINES, "order by d.id limit " + most)
                .map((row, context) -> line(scope, row))
                .list();
    }

    private static DeliveryLine line(Scope scope, ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        String document = row.getString("document");
        String sender = row.getString("sender");
        boolean tellsFile = sender != null && scope.shows(sender);
        return new DeliveryLine(
                row.getLong("id"),
                DeliveryKind.valueOf(row.getString("kind")),
                row.getString("partner"),
                row.getString("wire"),
                row.getString("format"),
                document == null || !tellsFile ? "" : (document + " " + row.getString("document_number")).strip(),
                tellsFile ? row.getLong("inbox_id") : 0,
                row.getString("message_id"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                cause == null
                        ? Optional.empty()
                        : Optional.of(new Cause(CauseCode.stored(cause), row.getString("last_error"))),
                row.getString("confirmation"),
                row.getString("acknowledgement"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
