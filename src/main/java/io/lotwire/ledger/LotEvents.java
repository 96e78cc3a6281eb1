package io.lotwire.ledger;

import io.lotwire.lot.LotEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The lot events stored, inside one transaction. */
public final class LotEvents {
    private static final int FETCHED_AT_ONCE = 500;

    private static final String STATED =
            "select encode(e.event_id, 'hex'), s.inbox_id, coalesce(e.stated, e.event) from lot_event e"
                    + " join transaction_set s on s.id = e.set_id";

    private final Handle handle;
    private final Instant now;

    LotEvents(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Stores events in one statement; those that are stored already stay as they are.
     *
     * @param events as many as fit into memory several times
     * @return those that were new: their numbers in the order in which events are stored, by their ids, in the order given
     */
    public Map<String, Long> store(List<EventToStore> events) {
        return handle.createQuery("""
                        insert into lot_event (document_hash, event_id, set_id, stored_at, event, stated)
                        select document_hash, decode(event_id, 'hex'), set_id, :now, event, stated
                        from unnest(:documentHash, :eventId, :setId, :json, :stated) with ordinality
                            as row (document_hash, event_id, set_id, event, stated, position)
                        order by position
                        on conflict (document_hash, event_id) do nothing
                        returning encode(event_id, 'hex'), seq
                        """)
                .bindArray(
                        "documentHash",
                        Long.class,
                        hashes(events.stream().map(EventToStore::event).toList()))
                .bindArray("eventId", String.class, column(events, each -> each.event()
                        .eventId()))
                .bindArray("setId", Long.class, column(events, EventToStore::setId))
                .bindArray("json", String.class, column(events, EventToStore::json))
                .bindArray("stated", String.class, column(events, EventToStore::stated))
                .bind("now", now)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** The events that came with an inbox row, as their documents state them, in the order in which they were stored. */
    public List<StatedEvent> statedIn(long inboxId) {
        return stated(handle.createQuery(STATED + " where s.inbox_id = :inboxId order by e.seq")
                .bind("inboxId", inboxId));
    }

    /** How many events came with an inbox row. */
    public long countIn(long inboxId) {
        return handle.createQuery(
                        "select count(*) from lot_event e join transaction_set s on s.id = e.set_id where s.inbox_id = :inboxId")
                .bind("inboxId", inboxId)
                .mapTo(Long.class)
                .one();
    }

    /** Those of these events that are stored, whichever row they came with, as their documents state them. */
    public List<StatedEvent> stated(List<LotEvent> events) {
        return stated(handle.createQuery(STATED + """
                         where (e.document_hash, e.event_id) in
                            (select hash, decode(id, 'hex') from unnest(:hashes, :ids) as row (hash, id))
                        order by e.seq
                        """)
                .bindArray("hashes", Long.class, hashes(events))
                .bindArray("ids", String.class, column(events, LotEvent::eventId)));
    }

    /** The numbers, in the order in which events are stored, of those of these events that are stored in a set, by their ids. */
    public Map<String, Long> numbers(long setId, List<LotEvent> events) {
        return handle.createQuery("""
                        select encode(e.event_id, 'hex'), e.seq from unnest(:hashes, :ids) as row (hash, id)
                            join lot_event e on e.document_hash = row.hash and e.event_id = decode(row.id, 'hex')
                        where e.set_id = :setId
                        """)
                .bindArray("hashes", Long.class, hashes(events))
                .bindArray("ids", String.class, column(events, LotEvent::eventId))
                .bind("setId", setId)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<StatedEvent> stated(Query query) {
        return query.map((row, context) -> new StatedEvent(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /**
     * Events of a transaction set.
     *
     * @param stretch which of them; empty for all
     */
    public record SetStretch(long setId, Optional<EventChoice.Stretch> stretch) {
        /** All events of a set. */
        public static SetStretch whole(long setId) {
            return new SetStretch(setId, Optional.empty());
        }

        private long first() {
            return stretch.map(EventChoice.Stretch::first).orElse(Long.MIN_VALUE);
        }

        private long last() {
            return stretch.map(EventChoice.Stretch::last).orElse(Long.MAX_VALUE);
        }
    }

    /** Events as JSON objects, in the order in which they were stored; as many as fit into memory. */
    public Map<SetStretch, List<String>> of(List<SetStretch> stretches) {
        Map<SetStretch, List<String>> events = new HashMap<>();
        handle.createQuery("""
                        select wanted.number, e.event from unnest(:ids, :firsts, :lasts) with ordinality
                            as wanted (set_id, first, last, number)
                        join lot_event e on e.set_id = wanted.set_id and e.seq between wanted.first and wanted.last
                        order by wanted.number, e.seq
                        """)
                .bindArray(
                        "ids",
                        Long.class,
                        stretches.stream().map(SetStretch::setId).toArray())
                .bindArray(
                        "firsts",
                        Long.class,
                        stretches.stream().map(SetStretch::first).toArray())
                .bindArray(
                        "lasts",
                        Long.class,
                        stretches.stream().map(SetStretch::last).toArray())
                .map((row, context) -> Map.entry(stretches.get(row.getInt(1) - 1), row.getString(2)))
                .forEach(event -> events.computeIfAbsent(event.getKey(), stretch -> new ArrayList<>())
                        .add(event.getValue()));
        return events;
    }

    /**
     * Hands over chosen events of a transaction set one by one, in the order in which they were stored; few of them are in
     * memory at a time, and no more of the set is read than the stretch that they are in.
     */
    public void eachOfSet(long setId, EventChoice choice, EventTaker taker) throws IOException {
        SetStretch stretch = new SetStretch(setId, choice.stretch());
        Query query = handle.createQuery("""
                        select event from lot_event where set_id = :setId and seq between :first and :last order by seq
                        """)
                .bind("setId", setId)
                .bind("first", stretch.first())
                .bind("last", stretch.last())
                .setFetchSize(FETCHED_AT_ONCE);
        try (Stream<String> events = query.mapTo(String.class).stream()) {
            int position = 0;
            for (Iterator<String> event = events.iterator(); event.hasNext(); position++) {
                String json = event.next();
                if (choice.has(position)) {
                    taker.take(json);
                }
            }
        }
    }

    /** Takes stored events. */
    @FunctionalInterface
    public interface EventTaker {
        /** Takes the next one, a JSON object. */
        void take(String json) throws IOException;
    }

    private static Object[] hashes(List<LotEvent> events) {
        DocumentHash hash = new DocumentHash();
        return column(events, hash::of);
    }

    private static <T> Object[] column(List<T> events, Function<T, Object> value) {
        return events.stream().map(value).toArray();
    }
}
