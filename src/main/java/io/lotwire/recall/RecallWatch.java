package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.partner.RecallNotices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Looks after open recalls: writes down what became of notices, reminds those who did not answer, and says who is late. Whatever is found is
 * done once, however many look, and however often one is cut off.
 */
public final class RecallWatch {
    /** After so many reminders by message a person has to ask. */
    public static final int MOST_REMINDERS = 3;

    /** So many are reminded at a time: the rest the next time, which is soon. */
    private static final int AT_ONCE = 500;

    /** What a delivery's state means for its notice, in the words of what is done about recalls. */
    private static final String SEEN = "case d.state when 'SENT' then 'sent' when 'CONFIRMED' then 'confirmed'"
            + " when 'ACCEPTED' then 'accepted' when 'REJECTED' then 'failed' when 'PARKED' then 'failed' when 'DISMISSED' then 'failed' else 'queued' end";

    private final LedgerTransaction tx;
    private final Handle handle;

    /** In this transaction. */
    public RecallWatch(LedgerTransaction tx) {
        this.tx = tx;
        this.handle = tx.handle();
    }

    /**
     * What was found.
     *
     * @param settled so many notices and reminders are further than before
     * @param reminded so many reminders are due now
     * @param overdue so many are late with their answers, and were not before
     */
    public record Found(int settled, int reminded, int overdue) {}

    /** Looks once. */
    public Found look() {
        boolean open = handle.createQuery("select exists (select from recall where closed_at is null)")
                .mapTo(Boolean.class)
                .one();
        return open ? new Found(settle(), remind(), late()) : new Found(0, 0, 0);
    }

    private int settle() {
        return handle.createUpdate("""
                        with further as (
                            select s.delivery_id, s.notice_id, n.recall_id, <seen> as now_seen, d.changed_at,
                                case when d.state in ('ACCEPTED', 'REJECTED') then d.acknowledgement
                                    when d.state = 'CONFIRMED' then d.confirmation else d.last_error end as note
                            from recall r join recall_notice n on n.recall_id = r.id
                                join recall_sending s on s.notice_id = n.id join delivery d on d.id = s.delivery_id
                            where r.closed_at is null and s.seen <> <seen>
                            order by s.delivery_id for update of s skip locked),
                        seen as (
                            update recall_sending set seen = further.now_seen from further
                            where recall_sending.delivery_id = further.delivery_id)
                        insert into recall_event (recall_id, notice_id, delivery_id, did, at, by_whom, note)
                        select recall_id, notice_id, delivery_id, now_seen, changed_at, :gateway, note
                        from further where now_seen <> 'queued' order by changed_at, delivery_id
                        """.replace("<seen>", SEEN))
                .bind("gateway", Recall.GATEWAY)
                .execute();
    }

    private record Reminder(long notice, long recall, String partner, String format, String wire, int ordinal) {}

    /** Who got the notice, or the last reminder, and did not answer. */
    private int remind() {
        List<Reminder> due = handle.createQuery("""
                        update recall_notice n set
                            remind_at = case when last.ordinal + 1 < :most
                                then cast(:now as timestamptz) + n.remind_after * interval '1 second' end
                        from (select n.id, (select max(s.ordinal) from recall_sending s where s.notice_id = n.id) as ordinal
                            from recall_notice n join recall r on r.id = n.recall_id
                            where r.closed_at is null and n.remind_at <= :now and n.answered_at is null
                                and not exists (select from recall_sending s where s.notice_id = n.id and s.seen in ('queued', 'sent'))
                                and exists (select from recall_sending s where s.notice_id = n.id
                                    and s.seen in ('confirmed', 'accepted'))
                            order by n.id limit :atOnce for update of n skip locked) last
                        where n.id = last.id
                        returning n.id, n.recall_id, n.partner, n.format, n.wire, last.ordinal + 1 as ordinal
                        """)
                .bind("most", MOST_REMINDERS)
                .bind("now", tx.now())
                .bind("atOnce", AT_ONCE)
                .map((row, context) -> new Reminder(
                        row.getLong("id"),
                        row.getLong("recall_id"),
                        row.getString("partner"),
                        row.getString("format"),
                        row.getString("wire"),
                        row.getInt("ordinal")))
                .list();
        Map<Integer, List<Reminder>> byOrdinal = new TreeMap<>();
        due.forEach(each -> byOrdinal
                .computeIfAbsent(each.ordinal(), key -> new ArrayList<>())
                .add(each));
        byOrdinal.forEach(this::queue);
        return due.size();
    }

    private void queue(int ordinal, List<Reminder> reminders) {
        List<NewDelivery> due = new ArrayList<>();
        Map<String, Long> notices = new LinkedHashMap<>();
        for (Reminder each : reminders) {
            String key = QueuedNotices.of(each.recall(), each.partner(), ordinal);
            due.add(NewDelivery.ofNotice(key, each.partner(), RecallNotices.NAME, each.format(), each.wire()));
            notices.put(key, each.notice());
        }
        QueuedNotices.queue(tx, due, notices, ordinal, Recall.Deed.REMINDED, Recall.GATEWAY);
    }

    private int late() {
        return handle.createUpdate("""
                        with late as (
                            update recall_notice set overdue = true
                            where id in (select n.id from recall_notice n join recall r on r.id = n.recall_id
                                where r.closed_at is null and n.answer_by <= :now and n.answered_at is null and not n.overdue
                                order by n.id for update of n skip locked)
                            returning id, recall_id)
                        insert into recall_event (recall_id, notice_id, did, at, by_whom, note)
                        select recall_id, id, 'overdue', :now, :gateway, 'no answer in time: ask them' from late order by id
                        """)
                .bind("now", tx.now())
                .bind("gateway", Recall.GATEWAY)
                .execute();
    }
}
