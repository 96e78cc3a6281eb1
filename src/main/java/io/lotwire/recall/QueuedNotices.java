package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.lot.Word;
import java.util.List;
import java.util.Map;

/** Makes notices and reminders due; each has a key of its own, under which the outbox takes it once. */
final class QueuedNotices {
    private QueuedNotices() {}

    /**
     * The key of a notice.
     *
     * @param ordinal 0 for the notice, from 1 for reminders
     */
    static String of(long recall, String partner, int ordinal) {
        return "recall " + recall + " for " + partner + (ordinal == 0 ? "" : ", reminder " + ordinal);
    }

    /**
     * Makes some due, however many by the same few statements.
     *
     * @param notices the numbers of their notices, by the keys of the deliveries
     * @param ordinal which sending of its notice each is
     * @param did what is written down of each
     * @param by who did it
     */
    static void queue(
            LedgerTransaction tx,
            List<NewDelivery> due,
            Map<String, Long> notices,
            int ordinal,
            Recall.Deed did,
            String by) {
        if (due.isEmpty()) {
            return;
        }
        tx.outbox().add(due);
        tx.handle()
                .createUpdate("""
                        with sending as (
                            insert into recall_sending (delivery_id, notice_id, ordinal)
                            select d.id, row.notice, :ordinal
                            from unnest(:keys, :notices) as row (key, notice) join delivery d on d.delivery_key = row.key
                            order by d.id
                            on conflict do nothing
                            returning delivery_id, notice_id)
                        insert into recall_event (recall_id, notice_id, delivery_id, did, at, by_whom, note)
                        select n.recall_id, n.id, s.delivery_id, :did, :now, :by, n.format || ' over ' || n.wire
                        from sending s join recall_notice n on n.id = s.notice_id order by s.delivery_id
                        """)
                .bind("ordinal", ordinal)
                .bindArray("keys", String.class, notices.keySet().toArray())
                .bindArray("notices", Long.class, notices.values().toArray())
                .bind("did", Word.of(did))
                .bind("now", tx.now())
                .bind("by", by)
                .execute();
    }
}
