package io.lotwire.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a status screen shows: counts by state, and the latest rows. */
public final class Status {
    private final Handle handle;

    Status(Handle handle) {
        this.handle = handle;
    }

    /** How many inbox rows, transaction sets and deliveries wait for a person, by cause; causes of none are left out. */
    public Map<CauseCode, Long> parked() {
        Map<CauseCode, Long> parked = new EnumMap<>(CauseCode.class);
        handle.createQuery("""
                        select cause, count(*) as rows from (
                            select cause from inbox where state = 'PARKED'
                            union all select cause from transaction_set where state = 'PARKED'
                            union all select cause from delivery where state = 'PARKED') parked
                        group by cause
                        """)
                .map((row, context) -> Map.entry(CauseCode.stored(row.getString("cause")), row.getLong("rows")))
                .forEach(entry -> parked.merge(entry.getKey(), entry.getValue(), Long::sum));
        return parked;
    }

    /**
     * How much of each partner's is under way, and since when the oldest. It looks at what is under way alone, however much
     * has come to its end.
     */
    public List<Waiting> waiting() {
        return handle.createQuery("""
                        select partner, 'STORE' as stage, count(*) as waiting, min(received_at) as since from (
                            select partner, received_at from inbox where state = 'RECEIVED' and content is not null
                            union all
                            select partner, received_at from inbox
                                where state = 'READ' or state = 'RECEIVED' and content is null) files
                        group by partner
                        union all
                        select partner, case state when 'NEW' then 'WRITE' when 'WRITTEN' then 'SEND' else 'RECEIPT' end,
                            count(*), min(created_at)
                        from delivery where state in ('NEW', 'WRITTEN', 'SENT')
                        group by partner, state
                        """)
                .map((row, context) -> new Waiting(
                        row.getString("partner"),
                        Waiting.Stage.valueOf(row.getString("stage")),
                        row.getLong("waiting"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /**
     * How many documents of a subscription went out, were taken, and have not been answered by a 997, 999, 824, CONTRL or APERAK.
     *
     * @param before counts those that their wire confirmed before this moment
     */
    public long unanswered(String partner, String subscription, Instant before) {
        return handle.createQuery("""
                        select count(*) from delivery where partner = :partner and subscription = :subscription
                            and kind = 'SUBSCRIPTION' and state = 'CONFIRMED' and usage <> '' and changed_at < :before
                        """)
                .bind("partner", partner)
                .bind("subscription", subscription)
                .bind("before", before)
                .mapTo(Long.class)
                .one();
    }

    /** The latest arrivals, newest first. */
    public List<InboxRow> latestArrivals(int limit) {
        return handle.createQuery("select * from inbox order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> Inbox.row(row))
                .list();
    }

    /** The latest deliveries with their confirmation, newest first. */
    public List<Delivery> latestDeliveries(int limit) {
        return handle.createQuery("select * from delivery order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }
}
