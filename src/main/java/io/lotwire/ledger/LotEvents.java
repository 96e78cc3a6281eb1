package io.lotwire.ledger;

import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The lot events stored, inside one transaction. */
public final class LotEvents {
    private static final int BATCH = 1000;

    private final Handle handle;
    private final Instant now;

    LotEvents(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Stores events; those that are stored already stay as they are.
     *
     * @param inboxId the inbox row they come from
     * @param setId their transaction set
     * @return the ids of those that were new, in the order given
     */
    public Set<String> store(long inboxId, long setId, List<EventToStore> events) {
        Set<String> stored = new LinkedHashSet<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            stored.addAll(storeBatch(inboxId, setId, events.subList(from, Math.min(from + BATCH, events.size()))));
        }
        return stored;
    }

    private List<String> storeBatch(long inboxId, long setId, List<EventToStore> events) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into lot_event (event_id, inbox_id, set_id, partner, type, purpose, event_time, gtin, lot_code,
                    sscc, parent_sscc, stored_at, event)
                values (:eventId, :inboxId, :setId, :partner, :type, :purpose, :eventTime, :gtin, :lotCode,
                    :sscc, :parentSscc, :now, cast(:event as jsonb))
                on conflict (event_id) do nothing
                """);
        for (EventToStore each : events) {
            LotEvent event = each.event();
            LogisticUnit unit = event.unit();
            batch.bind("eventId", event.eventId())
                    .bind("inboxId", inboxId)
                    .bind("setId", setId)
                    .bind("partner", event.source().partner())
                    .bind("type", event.type().name().toLowerCase(Locale.ROOT))
                    .bind("purpose", event.purpose().name().toLowerCase(Locale.ROOT))
                    .bind(
                            "eventTime",
                            event.time() == null ? null : event.time().value())
                    .bind(
                            "gtin",
                            event.item().gtin() == null
                                    ? null
                                    : event.item().gtin().digits())
                    .bind("lotCode", event.lot() == null ? null : event.lot().code())
                    .bind(
                            "sscc",
                            unit == null || unit.sscc() == null
                                    ? null
                                    : unit.sscc().digits())
                    .bind(
                            "parentSscc",
                            unit == null || unit.parent() == null
                                    ? null
                                    : unit.parent().digits())
                    .bind("now", now)
                    .bind("event", each.json())
                    .add();
        }
        return batch.executePreparedBatch("event_id").mapTo(String.class).list();
    }
}
