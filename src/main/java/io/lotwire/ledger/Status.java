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

    /** How many inbox rows are in each state; states without rows count 0. */
    public Map<InboxState, Long> inbox() {
        return counts("inbox", InboxState.class);
    }

    /** How many transaction sets are in each state. */
    public Map<SetState, Long> sets() {
        return counts("transaction_set", SetState.class);
    }

    /** How many deliveries are in each state. */
    public Map<DeliveryState, Long> deliveries() {
        return counts("delivery", DeliveryState.class);
    }

    /** How many inbox rows, transaction sets and deliveries wait for a person, by cause. */
    public Map<CauseCode, Long> parked() {
        Map<CauseCode, Long> parked = zeros(CauseCode.class);
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

    private <E extends Enum<E>> Map<E, Long> counts(String table, Class<E> states) {
        Map<E, Long> counts = zeros(states);
        handle.createQuery("select state, count(*) as rows from " + table + " group by state")
                .map((row, context) -> Map.entry(Enum.valueOf(states, row.getString("state")), row.getLong("rows")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> values) {
        Map<E, Long> zeros = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            zeros.put(value, 0L);
        }
        return zeros;
    }
}
