package io.lotwire.compliance.request;

import io.lotwire.compliance.Selection;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The requests of regulators, inside one transaction; what was done about one is added to, and never changed. */
public final class Requests {
    private final Handle handle;
    private final Instant now;

    /** Those that are kept. */
    public Requests(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Opens one; its time begins.
     *
     * @param askedBy who asked
     * @param what in their words
     * @param by who opens it
     * @return its number
     */
    public long open(String askedBy, String what, Selection selection, String by) {
        long id = handle.createQuery("""
                        insert into compliance_request (asked_by, what, selection, opened_at, due_at)
                        values (:askedBy, :what, cast(:selection as jsonb), :now, :due) returning id
                        """)
                .bind("askedBy", askedBy)
                .bind("what", what)
                .bind("selection", SelectionJson.write(selection).toString())
                .bind("now", now)
                .bind("due", now.plus(Request.TIME))
                .mapTo(Long.class)
                .one();
        step(id, Request.Deed.OPENED, by, "", "");
        return id;
    }

    /** Writes down that a package was made. */
    public void packaged(long id, String by, String file, String sha256) {
        step(id, Request.Deed.PACKAGED, by, file, sha256);
    }

    /** Writes down what else was done. */
    public void note(long id, String by, String note) {
        step(id, Request.Deed.NOTED, by, note, "");
    }

    /**
     * Closes one.
     *
     * @return false when none of this number is open
     */
    public boolean close(long id, String by, String note) {
        boolean closed = handle.createUpdate(
                                "update compliance_request set closed_at = :now where id = :id and closed_at is null")
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                == 1;
        if (closed) {
            step(id, Request.Deed.CLOSED, by, note, "");
        }
        return closed;
    }

    /** The one of a number. */
    public Optional<Request> find(long id) {
        return requests("where id = :id", id).stream().findFirst();
    }

    /** The open ones, the first that is due first; and with those that are closed, all by their numbers. */
    public List<Request> list(boolean closedToo) {
        return requests(
                closedToo ? "where id > :id order by id" : "where id > :id and closed_at is null order by due_at, id",
                0);
    }

    private void step(long id, Request.Deed did, String by, String note, String sha256) {
        handle.createUpdate("""
                        insert into compliance_request_step (request_id, did, by_whom, at, note, sha256)
                        values (:id, :did, :by, :now, :note, :sha256)
                        """)
                .bind("id", id)
                .bind("did", Word.of(did))
                .bind("by", by)
                .bind("now", now)
                .bind("note", note)
                .bind("sha256", sha256)
                .execute();
    }

    private List<Request> requests(String which, long id) {
        Map<Long, List<Request.Step>> steps = new HashMap<>();
        handle.createQuery("select * from compliance_request_step where request_id in"
                        + " (select id from compliance_request " + which + ") order by id")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getLong("request_id"), step(row)))
                .forEach(each -> steps.computeIfAbsent(each.getKey(), request -> new ArrayList<>())
                        .add(each.getValue()));
        return handle.createQuery("select * from compliance_request " + which)
                .bind("id", id)
                .map((row, context) -> request(row, steps))
                .list();
    }

    private static Request request(ResultSet row, Map<Long, List<Request.Step>> steps) throws SQLException {
        long id = row.getLong("id");
        return new Request(
                id,
                row.getString("asked_by"),
                row.getString("what"),
                SelectionJson.read(row.getString("selection")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                steps.getOrDefault(id, List.of()));
    }

    private static Request.Step step(ResultSet row) throws SQLException {
        String did = row.getString("did");
        return new Request.Step(
                Arrays.stream(Request.Deed.values())
                        .filter(deed -> Word.of(deed).equals(did))
                        .findFirst()
                        .orElseThrow(() -> new SQLException("'" + did + "' is nothing that is done")),
                row.getString("by_whom"),
                row.getTimestamp("at").toInstant(),
                row.getString("note"),
                row.getString("sha256"));
    }
}
