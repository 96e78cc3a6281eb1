package io.lotwire.registry;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** When something was, and from where to where: kept once for all events of a set that have it in common. */
final class Occasions {
    private final Handle handle;

    Occasions(Handle handle) {
        this.handle = handle;
    }

    private record Occasion(long setId, EventType type, EventTime time, PartyStatement from, PartyStatement to) {
        static Occasion of(StoredEvent stored) {
            LotEvent event = stored.event();
            return new Occasion(
                    stored.setId(), event.type(), event.time(), PartyStatement.from(event), PartyStatement.to(event));
        }
    }

    /** A new number for the occasion of each event; those that follow each other and share it have the same. */
    List<Long> numbers(List<StoredEvent> events) {
        Map<Occasion, Integer> places = new LinkedHashMap<>();
        List<Integer> placeOfEach = new ArrayList<>(events.size());
        StoredEvent last = null;
        for (StoredEvent stored : events) {
            boolean shares = last != null && shares(last, stored);
            placeOfEach.add(
                    shares
                            ? placeOfEach.get(placeOfEach.size() - 1)
                            : places.computeIfAbsent(Occasion.of(stored), occasion -> places.size()));
            last = stored;
        }
        List<Long> numbers = keep(List.copyOf(places.keySet()));
        return placeOfEach.stream().map(numbers::get).toList();
    }

    @SuppressWarnings("ReferenceEquality") // The events of a document share these objects, which need not be compared.
    private static boolean shares(StoredEvent last, StoredEvent next) {
        LotEvent one = last.event();
        LotEvent other = next.event();
        Party from = one.shipFrom();
        Party to = one.shipTo();
        return last.setId() == next.setId()
                && one.type() == other.type()
                && one.time() == other.time()
                && from == other.shipFrom()
                && to == other.shipTo()
                && one.source().partner().equals(other.source().partner());
    }

    private List<Long> keep(List<Occasion> occasions) {
        List<Long> numbers = handle.createQuery(
                        "select nextval(pg_get_serial_sequence('occasion', 'id')) from generate_series(1, :count)")
                .bind("count", occasions.size())
                .mapTo(Long.class)
                .list();
        Map<PartyStatement, Integer> parties = new PartyStatements(handle)
                .numbers(occasions.stream()
                        .flatMap(each -> Stream.of(each.from(), each.to()))
                        .toList());
        List<Optional<Moment>> moments = occasions.stream()
                .map(each -> Optional.ofNullable(each.time()).flatMap(Moment::of))
                .toList();
        handle.createUpdate("""
                        insert into occasion (id, set_id, type, begins, ends, offset_minutes, from_party, to_party)
                        overriding system value
                        select id, set_id, type, cast(begins as timestamp), cast(ends as timestamp), offset_minutes, from_party,
                            to_party
                        from unnest(:ids, :setIds, :types, :begins, :ends, :offsets, :froms, :tos)
                            as row (id, set_id, type, begins, ends, offset_minutes, from_party, to_party)
                        """)
                .bindArray("ids", Long.class, numbers.toArray())
                .bindArray("setIds", Long.class, column(occasions, Occasion::setId))
                .bindArray("types", String.class, column(occasions, each -> Word.of(each.type())))
                .bindArray("begins", String.class, column(moments, when -> text(when, Moment::begins)))
                .bindArray("ends", String.class, column(moments, when -> text(when, Moment::ends)))
                .bindArray("offsets", Integer.class, column(moments, when -> when.map(Moment::offsetMinutes)
                        .orElse(null)))
                .bindArray("froms", Integer.class, column(occasions, each -> parties.get(each.from())))
                .bindArray("tos", Integer.class, column(occasions, each -> parties.get(each.to())))
                .execute();
        return numbers;
    }

    private static String text(Optional<Moment> moment, Function<Moment, Object> part) {
        return moment.map(when -> part.apply(when).toString()).orElse(null);
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
