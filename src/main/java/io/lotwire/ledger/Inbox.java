package io.lotwire.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What came in and what became of it, inside one transaction: the idempotent receiver. */
public final class Inbox {
    static final String COLUMNS =
            "id, partner, wire, message_id, file_name, sha256, size, content, state, cause, reason, received_at";

    private static final String RECEIVE = """
            insert into inbox (partner, wire, message_id, file_name, sha256, size, content, state,
                answer_headers, answer_body, received_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', cast(? as jsonb), ?, ?, ?)
            on conflict (partner, wire, message_id) where conflicts_with is null do nothing
            returning id
            """;

    private final Handle handle;
    private final Instant now;

    Inbox(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps an arrival; tells a new one from a repeat and from a message id that was used before. */
    public Receipt receive(Arrival arrival) {
        return receiveNew(arrival).<Receipt>map(Function.identity()).orElseGet(() -> seenBefore(arrival));
    }

    /**
     * Receives what did not come before, in one statement; empty when it did. Without Jdbi, whose binding of twelve parameters
     * takes as long as the rest: every sender waits for this.
     */
    Optional<Receipt.New> receiveNew(Arrival arrival) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(RECEIVE)) {
            insert.setString(1, arrival.partner());
            insert.setString(2, arrival.wire());
            insert.setString(3, arrival.messageId());
            insert.setString(4, arrival.fileName());
            insert.setString(5, arrival.content().sha256());
            insert.setLong(6, arrival.content().size());
            insert.setBytes(7, arrival.content().column());
            insert.setString(
                    8,
                    arrival.answer().map(answer -> Json.write(answer.headers())).orElse(null));
            insert.setBytes(9, arrival.answer().map(Reply::body).orElse(null));
            OffsetDateTime received = now.atOffset(ZoneOffset.UTC);
            insert.setObject(10, received);
            insert.setObject(11, received);
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(new Receipt.New(row.getLong(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
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
                        insert into inbox (partner, wire, message_id, file_name, sha256, size, content, state, cause, reason,
                            conflicts_with, received_at, changed_at)
                        values (:partner, :wire, :messageId, :fileName, :sha256, :size, :content, 'PARKED', :cause, :reason,
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
                .bind("content", arrival.content().column())
                .bind("cause", CauseCode.MESSAGE_ID_REUSED.name())
                .bind("reason", reason)
                .bind("first", first)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    /** A row as it stands, without taking it. */
    public Optional<InboxRow> find(long id) {
        return handle.createQuery("select " + COLUMNS + " from inbox where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** What is left of the bytes of a row; empty when there is no such row. */
    public Optional<LeftBytes> bytes(long id) {
        return handle.createQuery("select sha256, size, content, purged_at from inbox where id = :id")
                .bind("id", id)
                .map((row, context) -> leftBytes(row, "sha256", "size", "content"))
                .findOne();
    }

    /** The same of a row of any table that can be purged. */
    static LeftBytes leftBytes(ResultSet row, String sha256, String size, String content) throws SQLException {
        Timestamp purged = row.getTimestamp("purged_at");
        return purged == null
                ? new LeftBytes.Kept(
                        KeptContent.stored(row.getString(sha256), row.getLong(size), row.getBytes(content)))
                : new LeftBytes.Purged(row.getString(sha256), row.getLong(size), purged.toInstant());
    }

    /** What is wrong with a row itself, beside what is wrong with its documents. */
    public List<StoredProblem> problems(long id) {
        return handle.createQuery("select problems from inbox where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Json::readProblems)
                .orElse(List.of());
    }

    /** What the sender of a row heard, or is to hear. */
    public Optional<Reply> answer(long id) {
        return handle.createQuery("select answer_headers, answer_body from inbox where id = :id")
                .bind("id", id)
                .map((row, context) -> reply(row))
                .findOne()
                .flatMap(answer -> answer);
    }

    /** It waits for a person. */
    public void park(long id, Cause cause) {
        settle(List.of(new FileOutcome(id, new InboxProgress.Parked(cause), List.of(), Optional.empty())));
    }

    /** What became of files; the profiles that they were judged by are kept by {@link Definitions}. */
    public void settle(List<FileOutcome> outcomes) {
        int changed = handle.createUpdate("""
                        update inbox set state = row.state, cause = row.cause, reason = row.reason,
                            problems = inbox.problems || cast(row.problems as jsonb), changed_at = :now,
                            profile_version = coalesce(row.profile, inbox.profile_version)
                        from unnest(:ids, :states, :causes, :reasons, :problems, :profiles)
                            as row (id, state, cause, reason, problems, profile)
                        where inbox.id = row.id
                        """)
                .bindArray("ids", Long.class, column(outcomes, FileOutcome::inboxId))
                .bindArray("states", String.class, column(outcomes, each -> each.progress()
                        .state()
                        .name()))
                .bindArray("causes", String.class, column(outcomes, each -> each.progress()
                        .cause()
                        .map(cause -> cause.code().name())
                        .orElse(null)))
                .bindArray("reasons", String.class, column(outcomes, each -> each.progress()
                        .cause()
                        .map(Cause::sentence)
                        .orElse("")))
                .bindArray("problems", String.class, column(outcomes, each -> Json.writeProblems(each.problems())))
                .bindArray("profiles", String.class, column(outcomes, each -> each.judgedBy()
                        .map(Definition::version)
                        .orElse(null)))
                .bind("now", now)
                .execute();
        if (changed != outcomes.size()) {
            throw new IllegalStateException("of the inbox rows " + outcomes + " there are " + changed);
        }
    }

    private static Object[] column(List<FileOutcome> outcomes, Function<FileOutcome, Object> value) {
        return outcomes.stream().map(value).toArray();
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
                KeptContent.stored(row.getString("sha256"), row.getLong("size"), row.getBytes("content")),
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
            case DISMISSED -> new InboxProgress.Dismissed(Cause.read(row, "reason"));
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
