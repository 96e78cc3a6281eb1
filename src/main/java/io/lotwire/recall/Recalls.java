package io.lotwire.recall;

import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Word;
import io.lotwire.lot.json.LotEventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The recalls that are kept, inside one transaction; what was done about one is added to, and never changed. */
public final class Recalls {
    private final Handle handle;
    private final Instant now;

    /** Those in this transaction. */
    public Recalls(LedgerTransaction tx) {
        this.handle = tx.handle();
        this.now = tx.now();
    }

    /** The one of a number. */
    public Optional<Recall> find(long id) {
        return recalls("where id = :id", id).stream().findFirst();
    }

    /** The open one of a scope. */
    Optional<Long> open(Scope scope, boolean drill) {
        return handle.createQuery("select id from recall where md5(scope) = md5(:scope) and scope = :scope"
                        + " and drill = :drill and closed_at is null")
                .bind("scope", scope.key())
                .bind("drill", drill)
                .mapTo(Long.class)
                .findOne();
    }

    /** The open ones, and with those that are closed all; by their numbers. */
    public List<Recall> list(boolean closedToo) {
        return recalls(closedToo ? "where id > :id" : "where id > :id and closed_at is null", 0);
    }

    /** What was known to be affected when it was opened. */
    public Affected affected(long id) {
        return RecallJson.read(
                handle.createQuery("select affected from recall where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one(),
                Affected.class);
    }

    /** What a delivery of a notice is to say. */
    public Telling telling(long delivery) {
        return handle.createQuery("""
                        select r.id, r.reason, r.contact, r.drill, r.opened_at, s.notice_id, s.ordinal
                        from recall_sending s join recall_notice n on n.id = s.notice_id join recall r on r.id = n.recall_id
                        where s.delivery_id = :delivery
                        """)
                .bind("delivery", delivery)
                .map((row, context) -> new Telling(
                        row.getLong("id"),
                        row.getString("reason"),
                        row.getString("contact"),
                        row.getBoolean("drill"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getLong("notice_id"),
                        row.getInt("ordinal")))
                .one();
    }

    /** What the one whom a notice tells got, as lot events. */
    public EventSource goods(long notice) {
        String goods = handle.createQuery("select goods from recall_notice where id = :id")
                .bind("id", notice)
                .mapTo(String.class)
                .one();
        List<LotEvent> events = goods.lines().map(LotEventJson::read).toList();
        return EventSource.of(events);
    }

    /**
     * A person writes down what a partner, or somebody without a profile, answered.
     *
     * @param whom the profile's name, or the name that the recall tells
     * @return false when the recall has nobody of this name to tell
     */
    public boolean answer(long id, String whom, String by, String text) {
        Optional<Long> notice = handle.createQuery("""
                        update recall_notice set answered_at = coalesce(answered_at, :now)
                        where id = (select id from recall_notice where recall_id = :id
                            and (partner = :whom or lower(name) = lower(:whom)) order by partner <> :whom, id limit 1)
                        returning id
                        """)
                .bind("now", now)
                .bind("id", id)
                .bind("whom", whom)
                .mapTo(Long.class)
                .findOne();
        notice.ifPresent(found -> event(id, found, Recall.Deed.ANSWERED, by, text));
        return notice.isPresent();
    }

    /** A person writes down what else was done. */
    public void note(long id, String by, String text) {
        event(id, null, Recall.Deed.NOTED, by, text);
    }

    /** Writes down that its record was written. */
    public void recorded(long id, String by, String note) {
        event(id, null, Recall.Deed.RECORDED, by, note);
    }

    /**
     * Closes one: nobody is reminded any more.
     *
     * @return false when none of this number is open
     */
    public boolean close(long id, String by, String note) {
        boolean closed = handle.createUpdate("update recall set closed_at = :now where id = :id and closed_at is null")
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                == 1;
        if (closed) {
            event(id, null, Recall.Deed.CLOSED, by, note);
        }
        return closed;
    }

    void event(long id, Long notice, Recall.Deed did, String by, String note) {
        handle.createUpdate("""
                        insert into recall_event (recall_id, notice_id, did, at, by_whom, note)
                        values (:id, :notice, :did, :now, :by, :note)
                        """)
                .bind("id", id)
                .bind("notice", notice)
                .bind("did", Word.of(did))
                .bind("now", now)
                .bind("by", by)
                .bind("note", note)
                .execute();
    }

    private List<Recall> recalls(String which, long id) {
        String those = "(select id from recall " + which + ")";
        Map<Long, List<Notice.Sending>> sendings = new HashMap<>();
        handle.createQuery("""
                        select s.notice_id, s.delivery_id, s.ordinal, d.state,
                            case when d.state in ('ACCEPTED', 'REJECTED') then d.acknowledgement
                                when d.state = 'CONFIRMED' then d.confirmation else d.last_error end as words
                        from recall_sending s join recall_notice n on n.id = s.notice_id join delivery d on d.id = s.delivery_id
                        where n.recall_id in <those> order by s.notice_id, s.ordinal
                        """.replace("<those>", those))
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getLong("notice_id"), sending(row)))
                .forEach(each -> sendings.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        Map<Long, List<Notice>> notices = new HashMap<>();
        handle.createQuery("select * from recall_notice where recall_id in " + those + " order by id")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getLong("recall_id"), notice(row, sendings)))
                .forEach(each -> notices.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        Map<Long, List<Recall.Event>> events = new HashMap<>();
        handle.createQuery("""
                        select e.*, coalesce(n.name, '') as about from recall_event e
                            left join recall_notice n on n.id = e.notice_id
                        where e.recall_id in <those> order by e.id
                        """.replace("<those>", those))
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getLong("recall_id"), event(row)))
                .forEach(each -> events.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        return handle.createQuery(
                        "select id, scope, reason, contact, drill, opened_by, opened_at, closed_at, affected_sha256"
                                + " from recall " + which + " order by id")
                .bind("id", id)
                .map((row, context) -> recall(row, notices, events))
                .list();
    }

    private static Recall recall(ResultSet row, Map<Long, List<Notice>> notices, Map<Long, List<Recall.Event>> events)
            throws SQLException {
        long id = row.getLong("id");
        return new Recall(
                id,
                RecallJson.read(row.getString("scope"), Scope.class),
                row.getString("reason"),
                row.getString("contact"),
                row.getBoolean("drill"),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"),
                row.getString("affected_sha256"),
                notices.getOrDefault(id, List.of()),
                events.getOrDefault(id, List.of()));
    }

    private static Notice notice(ResultSet row, Map<Long, List<Notice.Sending>> sendings) throws SQLException {
        long id = row.getLong("id");
        return new Notice(
                id,
                row.getString("name"),
                row.getString("partner"),
                row.getString("telephone"),
                row.getBoolean("sure"),
                row.getBoolean("sends"),
                row.getString("format"),
                row.getString("wire"),
                instant(row, "answer_by"),
                row.getBoolean("overdue"),
                instant(row, "answered_at"),
                sendings.getOrDefault(id, List.of()));
    }

    private static Notice.Sending sending(ResultSet row) throws SQLException {
        return new Notice.Sending(
                row.getLong("delivery_id"),
                row.getInt("ordinal"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("words"));
    }

    private static Recall.Event event(ResultSet row) throws SQLException {
        String did = row.getString("did");
        return new Recall.Event(
                Word.constant(Recall.Deed.class, did)
                        .orElseThrow(() -> new SQLException("'" + did + "' is nothing that is done")),
                row.getTimestamp("at").toInstant(),
                row.getString("by_whom"),
                row.getString("about"),
                row.getString("note"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
