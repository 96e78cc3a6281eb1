package io.lotwire.traffic;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What came in, the last first, inside one transaction. A page costs what it shows, however much there is. */
public final class FileList {
    /** So many documents of a file stand in its line. */
    private static final int SHOWN = 3;

    private final Handle handle;

    public FileList(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /**
     * A page of it.
     *
     * @param scope whose files are shown
     * @param after after which file it begins; empty for the last that came
     * @param most so many files at most
     */
    public Page<FileLine> page(Scope scope, FileFilter filter, Optional<Keyset> after, int most) {
        Conditions conditions = Conditions.of(scope, "partner")
                .when("partner = :partner", filter.partner(), (query, it) -> query.bind("partner", it))
                .when("wire = :wire", filter.wire(), (query, it) -> query.bind("wire", it))
                .when("file_name like :name", filter.name(), (query, it) -> query.bind("name", Beginning.of(it)))
                .when(
                        "received_at >= :from",
                        filter.from(),
                        (query, it) -> query.bind("from", it.atOffset(ZoneOffset.UTC)))
                .when(
                        "received_at < :until",
                        filter.until(),
                        (query, it) -> query.bind("until", it.atOffset(ZoneOffset.UTC)))
                // In the words of the partial indexes: a parameter would not fit them.
                .when(filter.state()
                        .map(state -> "state = '" + state.name() + "'")
                        .orElse("true"))
                .when("(received_at, id) < (:at, :id)", after, (query, it) -> query.bind(
                                "at", it.time().atOffset(ZoneOffset.UTC))
                        .bind("id", it.id()));
        List<FileLine> found = conditions
                .ask(
                        handle,
                        "select id, partner, wire, message_id, file_name, size, state, cause, reason, received_at from inbox",
                        "order by received_at desc, id desc limit " + (most + 1))
                .map((row, context) -> line(row))
                .list();
        return withDocuments(Page.of(found, most, line -> Keyset.of(line.receivedAt(), line.id())));
    }

    private static FileLine line(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        String name = row.getString("file_name");
        return new FileLine(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("wire"),
                name.isEmpty() ? row.getString("message_id") : name,
                row.getLong("size"),
                InboxState.valueOf(row.getString("state")),
                cause == null
                        ? Optional.empty()
                        : Optional.of(new Cause(CauseCode.stored(cause), row.getString("reason"))),
                row.getTimestamp("received_at").toInstant(),
                List.of(),
                0,
                false,
                false);
    }

    private Page<FileLine> withDocuments(Page<FileLine> page) {
        Map<Long, List<String>> documents = new HashMap<>();
        Map<Long, Sets> sets = new HashMap<>();
        handle.createQuery("""
                        select file.id, s.document, s.document_number, sets.count,
                            exists (select from transaction_set where inbox_id = file.id and state = 'REJECTED') as refused,
                            exists (select from transaction_set where inbox_id = file.id and state = 'PARKED') as waits
                        from unnest(:ids) as file (id)
                        cross join lateral (select coalesce(max(ordinal), 0) as count from transaction_set where inbox_id = file.id) sets
                        cross join lateral (select document, document_number, ordinal from transaction_set
                            where inbox_id = file.id order by ordinal limit :shown) s
                        order by file.id, s.ordinal
                        """)
                .bindArray(
                        "ids",
                        Long.class,
                        page.rows().stream().map(FileLine::id).toArray())
                .bind("shown", SHOWN)
                .map((row, context) -> {
                    long id = row.getLong("id");
                    String number = row.getString("document_number");
                    documents
                            .computeIfAbsent(id, none -> new ArrayList<>())
                            .add(row.getString("document") + (number.isEmpty() ? "" : " " + number));
                    sets.put(id, new Sets(row.getInt("count"), row.getBoolean("refused"), row.getBoolean("waits")));
                    return id;
                })
                .list();
        List<FileLine> rows = page.rows().stream()
                .map(line -> {
                    List<String> shown = documents.getOrDefault(line.id(), List.of());
                    Sets all = sets.getOrDefault(line.id(), Sets.NONE);
                    return new FileLine(
                            line.id(),
                            line.partner(),
                            line.wire(),
                            line.name(),
                            line.size(),
                            line.state(),
                            line.cause(),
                            line.receivedAt(),
                            shown,
                            Math.max(0, all.count - shown.size()),
                            all.refused,
                            all.waits);
                })
                .toList();
        return new Page<>(rows, page.next());
    }

    /** The documents of a file. */
    private record Sets(int count, boolean refused, boolean waits) {
        static final Sets NONE = new Sets(0, false, false);
    }
}
