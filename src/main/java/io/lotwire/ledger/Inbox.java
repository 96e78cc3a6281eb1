package io.lotwire.ledger;

import io.lotwire.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What came in, inside one transaction: the idempotent receiver, and the steps' places to pick up work. */
public final class Inbox {
    private static final String COLUMNS =
            "id, partner, wire, message_id, file_name, sha256, size, state, cause, reason, received_at";

    private final Handle handle;
    private final Instant now;

    Inbox(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps an arrival; tells a new one from a repeat and from a message id that was used before. */
    public Receipt receive(Arrival arrival) {
        Optional<Long> inserted = handle.createQuery("""
                        insert into inbox (partner, wire, message_id, file_name, sha256, size, state,
                            answer_headers, answer_body, received_at, changed_at)
                        values (:partner, :wire, :messageId, :fileName, :sha256, :size, 'RECEIVED',
                            cast(:answerHeaders as jsonb), :answerBody, :now, :now)
                        on conflict (partner, wire, message_id) where conflicts_with is null do nothing
                        returning id
                        """)
                .bind("partner", arrival.partner())
                .bind("wire", arrival.wire())
                .bind("messageId", arrival.messageId())
                .bind("fileName", arrival.fileName())
                .bind("sha256", arrival.content().sha256())
                .bind("size", arrival.content().size())
                .bind(
                        "answerHeaders",
                        arrival.answer().map(a -> Json.write(a.headers())).orElse(null))
                .bind("answerBody", arrival.answer().map(Reply::body).orElse(null))
                .bind("now", now)
                .mapTo(Long.class)
                .findOne();
        return inserted.<Receipt>map(Receipt.New::new).orElseGet(() -> seenBefore(arrival));
    }

    private Receipt seenBefore(Arrival arrival) {
        First first = handle.createQuery("""
                        select id, sha256, answer_headers, answer_body from inbox
                        where partner = :partner and wire = :wire and message_id = :messageId
                            and conflicts_with is null
                        """)
                .bind("partner", arrival.partner())
                .bind("wire", arrival.wire())
                .bind("messageId", arrival.messageId())
                .map((row, context) -> new First(row.getLong("id"), row.getString("sha256"), reply(row)))
                .one();
        return first.sha256().equals(arrival.content().sha256())
                ? new Receipt.Repeat(first.id(), first.answer())
                : new Receipt.Conflict(parkConflict(arrival, first.id()), first.id());
    }

    private long parkConflict(Arrival arrival, long first) {
        String reason = "Message id " + arrival.messageId() + " was used before with other content (inbox " + first
                + "): the sender must give each message an id of its own.";
        return handle.createQuery("""
                        insert into inbox (partner, wire, message_id, file_name, sha256, size, state, cause, reason,
                            conflicts_with, received_at, changed_at)
                        values (:partner, :wire, :messageId, :fileName, :sha256, :size, 'PARKED', :cause, :reason,
                            :first, :now, :now)
                        on conflict (partner, wire, message_id, sha256) where conflicts_with is not null
                            do update set changed_at = excluded.changed_at
                        returning id
                        """)
                .bind("partner", arrival.partner())
                .bind("wire", arrival.wire())
                .bind("messageId", arrival.messageId())
                .bind("fileName", arrival.fileName())
                .bind("sha256", arrival.content().sha256())
                .bind("size", arrival.content().size())
                .bind("cause", CauseCode.MESSAGE_ID_REUSED.name())
                .bind("reason", reason)
                .bind("first", first)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Takes a row for one step: nobody else gets it before this transaction ends.
     *
     * @param state the state in which the step expects it
     * @return empty when another worker has it, or the step was done before
     */
    public Optional<InboxRow> claim(long id, InboxState state) {
        return handle.createQuery(
                        "select " + COLUMNS + " from inbox where id = :id and state = :state for update skip locked")
                .bind("id", id)
                .bind("state", state.name())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** A row as it stands, without taking it. */
    public Optional<InboxRow> find(long id) {
        return handle.createQuery("select " + COLUMNS + " from inbox where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** What the sender of a row heard, or is to hear. */
    public Optional<Reply> answer(long id) {
        return handle.createQuery("select answer_headers, answer_body from inbox where id = :id")
                .bind("id", id)
                .map((row, context) -> reply(row))
                .findOne()
                .flatMap(answer -> answer);
    }

    /** It was read, and something in it can be used; the problems say what is wrong with the rest. */
    public void read(long id, List<Problem> problems) {
        settle(id, new InboxProgress.Read(), problems);
    }

    /** Every accepted transaction set of it is translated. */
    public void translated(long id) {
        changeOne(
                handle.createUpdate("update inbox set state = 'TRANSLATED', changed_at = :now where id = :id")
                        .bind("id", id)
                        .bind("now", now)
                        .execute(),
                id);
    }

    /** Nothing in it can be used; the problems say what its sender must mend. */
    public void reject(long id, Cause cause, List<Problem> problems) {
        settle(id, new InboxProgress.Rejected(cause), problems);
    }

    /** It waits for a person. */
    public void park(long id, Cause cause) {
        settle(id, new InboxProgress.Parked(cause), List.of());
    }

    private void settle(long id, InboxProgress progress, List<Problem> problems) {
        changeOne(
                handle.createUpdate("""
                        update inbox set state = :state, cause = :cause, reason = :reason, problems = cast(:problems as jsonb), changed_at = :now
                        where id = :id
                        """)
                        .bind("id", id)
                        .bind("state", progress.state().name())
                        .bind(
                                "cause",
                                progress.cause()
                                        .map(cause -> cause.code().name())
                                        .orElse(null))
                        .bind("reason", progress.cause().map(Cause::sentence).orElse(""))
                        .bind("problems", Json.writeProblems(problems))
                        .bind("now", now)
                        .execute(),
                id);
    }

    private static void changeOne(int changed, long id) {
        if (changed != 1) {
            throw new IllegalStateException("no inbox row " + id);
        }
    }

    /**
     * Rows that a crash may have left between two steps, oldest first.
     *
     * @param unchangedSince rows that changed after it are left to the worker who has them
     */
    public List<InboxRow> undone(Instant unchangedSince, int limit) {
        return handle.createQuery("select " + COLUMNS
                        + " from inbox where state in ('RECEIVED', 'READ') and changed_at <= :before"
                        + " order by changed_at, id limit :limit")
                .bind("before", unchangedSince)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * What came in during a time, in the order of arrival.
     *
     * @param from the first moment that counts
     * @param until the first moment that does not
     * @param partner whose, {@code ""} for anyone's
     * @param after rows up to this number are left out
     */
    public List<InboxRow> received(Instant from, Instant until, String partner, long after, int limit) {
        return handle.createQuery("select " + COLUMNS
                        + " from inbox where received_at >= :from and received_at < :until and id > :after"
                        + " and (:partner = '' or partner = :partner) order by id limit :limit")
                .bind("from", from)
                .bind("until", until)
                .bind("partner", partner)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    static InboxRow row(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("wire"),
                row.getString("message_id"),
                row.getString("file_name"),
                new ArchivedContent(row.getString("sha256"), row.getLong("size")),
                progress(row),
                row.getTimestamp("received_at").toInstant());
    }

    private static InboxProgress progress(ResultSet row) throws SQLException {
        return switch (InboxState.valueOf(row.getString("state"))) {
            case RECEIVED -> new InboxProgress.Received();
            case READ -> new InboxProgress.Read();
            case TRANSLATED -> new InboxProgress.Translated();
            case REJECTED -> new InboxProgress.Rejected(Cause.read(row, "reason"));
            case PARKED -> new InboxProgress.Parked(Cause.read(row, "reason"));
        };
    }

    static Optional<Reply> reply(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("answer_body");
        return body == null
                ? Optional.empty()
                : Optional.of(new Reply(Json.readMap(row.getString("answer_headers")), body));
    }

    private record First(long id, String sha256, Optional<Reply> answer) {}
}
