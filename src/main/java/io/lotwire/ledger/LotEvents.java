package io.lotwire.ledger;

import io.lotwire.lot.LotEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

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

    /** One statement for many rows: one by one they would cost a round trip each, as their ids are asked back. */
    private List<String> storeBatch(long inboxId, long setId, List<EventToStore> events) {
        Query insert = handle.createQuery("""
                insert into lot_event (event_id, inbox_id, set_id, partner, type, purpose, event_time, gtin, lot_code,
                    sscc, parent_sscc, stored_at, event, stated)
                select event_id, :inboxId, :setId, partner, type, purpose, event_time, gtin, lot_code,
                    sscc, parent_sscc, :now, cast(event as jsonb), cast(stated as jsonb)
                from unnest(:eventId, :partner, :type, :purpose, :eventTime, :gtin, :lotCode,
                        :sscc, :parentSscc, :json, :stated) with ordinality
                    as row (event_id, partner, type, purpose, event_time, gtin, lot_code,
                        sscc, parent_sscc, event, stated, position)
                order by position
                on conflict (event_id) do nothing
                returning event_id
                """);
        bindColumn(insert, "eventId", events, LotEvent::eventId);
        bindColumn(insert, "partner", events, event -> event.source().partner());
        bindColumn(insert, "type", events, event -> event.type().name().toLowerCase(Locale.ROOT));
        bindColumn(insert, "purpose", events, event -> event.purpose().name().toLowerCase(Locale.ROOT));
        bindColumn(
                insert,
                "eventTime",
                events,
                event -> event.time() == null ? null : event.time().value());
        bindColumn(insert, "gtin", events, event -> text(event.item().gtin()));
        bindColumn(
                insert,
                "lotCode",
                events,
                event -> event.lot() == null ? null : event.lot().code());
        bindColumn(
                insert,
                "sscc",
                events,
                event -> event.unit() == null ? null : text(event.unit().sscc()));
        bindColumn(
                insert,
                "parentSscc",
                events,
                event -> event.unit() == null ? null : text(event.unit().parent()));
        return insert.bindArray("json", String.class, (Object[])
                        events.stream().map(EventToStore::json).toArray(String[]::new))
                .bindArray("stated", String.class, (Object[])
                        events.stream().map(EventToStore::stated).toArray(String[]::new))
                .bind("inboxId", inboxId)
                .bind("setId", setId)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    /** The events that came with an inbox row, as their documents state them, in the order in which they were stored. */
    public List<StatedEvent> statedIn(long inboxId) {
        return stated(handle.createQuery(
                        "select event_id, inbox_id, coalesce(stated, event) from lot_event where inbox_id = :inboxId order by seq")
                .bind("inboxId", inboxId));
    }

    /** Those of these events that are stored, whichever row they came with, as their documents state them. */
    public List<StatedEvent> stated(Collection<String> eventIds) {
        return stated(handle.createQuery("select event_id, inbox_id, coalesce(stated, event) from lot_event"
                        + " where event_id = any (:ids) order by seq")
                .bindArray("ids", String.class, eventIds.toArray()));
    }

    private static List<StatedEvent> stated(Query query) {
        return query.map((row, context) -> new StatedEvent(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    private static void bindColumn(
            Query insert, String name, List<EventToStore> events, Function<LotEvent, String> value) {
        insert.bindArray(name, String.class, (Object[])
                events.stream().map(EventToStore::event).map(value).toArray(String[]::new));
    }

    private static String text(Object key) {
        return key == null ? null : key.toString();
    }
}
