package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The deliveries that are to be made, inside one transaction: taken together by a lease, or given back. */
public final class WaitingDeliveries {
    /** Up to the first that is on its way and not due. */
    private static final String IN_ORDER = """

                                and id < coalesce((select min(id) from delivery
                                    where partner = :partner and wire = :wire and state in ('NEW', 'WRITTEN', 'SENT')
                                        and next_attempt_at > :now), 9223372036854775807)""";

    private final Handle handle;
    private final Instant now;

    WaitingDeliveries(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Takes what is due to go a way, the longest waiting first. Until the lease ends nobody else takes it; when the sender
     * dies, it is due again at once. One that was sent and whose receipt did not come in time counts as having failed once
     * more; one whose deadline is past is left to {@link Attempts#expire}.
     *
     * @param most so many at once
     * @param inOrder whether those wait that were made after one that is not due yet
     * @return {@link ToWrite} or {@link NoticeToWrite} those that are new, {@link ToSend} the others, in the order in which they were due
     */
    public List<Taken> take(Outbox.Way way, int most, boolean inOrder, Lease lease) {
        return taken(way, most, inOrder, lease, """
                        d.*, coalesce((select s.document from transaction_set s where s.id = d.set_id), '') as document,
                            coalesce((select s.document_number from transaction_set s where s.id = d.set_id), '')
                                as document_number,
                            coalesce((select i.message_id from inbox i where i.id = d.inbox_id and i.wire = d.wire
                                and d.kind = 'ACKNOWLEDGEMENT'), d.message_id) as answers
                        """).map((row, context) -> taken(row)).list().stream()
                .sorted(Comparator.comparing(Taken::id))
                .toList();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        boolean isNew = DeliveryState.valueOf(row.getString("state")) == DeliveryState.NEW;
        if (isNew && DeliveryKind.valueOf(row.getString("kind")) == DeliveryKind.NOTICE) {
            return new NoticeToWrite(row.getLong("id"), row.getString("partner"), row.getString("format"));
        }
        return isNew
                ? new ToWrite(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("subscription"),
                        row.getString("format"),
                        row.getLong("set_id"),
                        row.getString("document"),
                        row.getString("document_number"),
                        EventChoice.stored(
                                row.getInt("events"),
                                row.getBytes("chosen"),
                                stretch(row),
                                row.getInt("part"),
                                row.getInt("parts")))
                : new ToSend(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("format"),
                        row.getString("document"),
                        DeliveryRow.document(row),
                        row.getString("answers"),
                        row.getString("sent_sha256") != null);
    }

    private static Optional<EventChoice.Stretch> stretch(ResultSet row) throws SQLException {
        long first = row.getLong("first_event");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new EventChoice.Stretch(first, row.getLong("last_event")));
    }

    /** Takes receipts that are to be posted; see {@link #take}. */
    public List<Taken> takeMdns(Outbox.Way way, int most, Lease lease) {
        return taken(way, most, false, lease, """
                        d.id, d.inbox_id, d.partner, d.address,
                            (select i.answer_headers from inbox i where i.id = d.inbox_id) as answer_headers,
                            (select i.answer_body from inbox i where i.id = d.inbox_id) as answer_body
                        """)
                .map((row, context) -> (Taken) new MdnToPost(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("address"),
                        Inbox.reply(row).orElseThrow()))
                .list();
    }

    private Query taken(Outbox.Way way, int most, boolean inOrder, Lease lease, String columns) {
        return handle.createQuery("""
                        update delivery d set next_attempt_at = :until, holder = :holder, lease = :lease, changed_at = :now,
                            attempts = attempts + case state when 'SENT' then 1 else 0 end,
                            cause = case state when 'SENT' then 'RECEIPT_MISSING' else cause end,
                            last_error = case state when 'SENT' then 'No receipt came in time' else last_error end,
                            state = case state when 'SENT' then 'WRITTEN' else state end
                        where id = any (array(select id from delivery
                            where partner = :partner and wire = :wire and state in ('NEW', 'WRITTEN', 'SENT')
                                and next_attempt_at <= :now and (deadline is null or deadline > :now)<inOrder>
                            order by next_attempt_at, id limit :most for update skip locked))
                        returning <columns>
                        """.replace("<columns>", columns).replace("<inOrder>", inOrder ? IN_ORDER : ""))
                .bind("partner", way.partner())
                .bind("wire", way.wire())
                .bind("most", most)
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("now", now)
                .bind("until", lease.until());
    }

    /**
     * The partner asked not to be tried for a while: what is due a way, and nobody has taken, waits until then.
     *
     * @param until what waits longer already still does
     */
    public void rest(Outbox.Way way, Instant until) {
        handle.createUpdate("""
                        update delivery set next_attempt_at = :until
                        where partner = :partner and wire = :wire and state in ('NEW', 'WRITTEN') and lease is null
                            and next_attempt_at < :until
                        """)
                .bind("partner", way.partner())
                .bind("wire", way.wire())
                .bind("until", until)
                .execute();
    }

    /** Gives deliveries back that were taken and not tried: they are due at once. */
    public void giveBack(Lease lease, Collection<Long> ids) {
        handle.createUpdate("""
                        update delivery set next_attempt_at = :now, lease = null
                        where id = any (:ids) and holder = :holder and lease = :lease and state in ('NEW', 'WRITTEN')
                        """)
                .bindArray("ids", Long.class, ids.toArray())
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("now", now)
                .execute();
    }
}
