package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Word;
import io.lotwire.lot.json.LotEventReader;
import io.lotwire.registry.walk.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The stored events of a selection, without those that later documents of the same number cancelled or replaced. Each is read once,
 * and few are in memory, however many there are: a cursor finds where they are in the order that is wanted, so that only numbers are
 * sorted, and batch after batch of them is read by that.
 */
final class SelectedEvents {
    /** So many events are read at once; each takes about a kilobyte. */
    private static final int BATCH = 500;

    /** So much memory PostgreSQL may sort the numbers of a hundred thousand events in; the usual 4 MB make it use its disk. */
    private static final String WORK_MEMORY = "set local work_mem = '32MB'";

    /** By these indexes the lots' steps are found, however many others there are. */
    private static final String OF_LOTS = """
            select seq, occasion_id, transformation_id from step where lot_id = any(:lots)
            union all
            select seq, occasion_id, transformation_id from step where lot_id is null and lot_code = cast(:lot as text)
            """;

    /**
     * The steps of lots, and all that their documents say of the runs of production that they went through. What belongs to them is
     * looked up row by row, which {@code offset 0} holds the database to: by its estimates it would rather read the whole tables once they
     * are large.
     */
    private static final String OF_LOTS_AND_RUNS = """
            with own as materialized (<own>),
                run as materialized (
                    select distinct (select o.set_id from occasion o where o.id = own.occasion_id) as set_id,
                        own.transformation_id
                    from own where own.transformation_id is not null)
            select seq, occasion_id, transformation_id from own
            union
            select t.seq, t.occasion_id, t.transformation_id
            from run
                cross join lateral (select * from step where transformation_id = run.transformation_id offset 0) t
                cross join lateral (
                    select from occasion
                    where id = t.occasion_id and set_id = run.set_id and type = any(:ofRuns) offset 0) o
            """.replace("<own>", OF_LOTS);

    private static final String WITH_OCCASIONS_OF_LOTS = "(" + OF_LOTS_AND_RUNS + ") t"
            + " cross join lateral (select * from occasion where id = t.occasion_id offset 0) o";

    private static final String WITH_OCCASIONS = "step t join occasion o on o.id = t.occasion_id";

    /** What only runs of production can be goes run by run, and what has no run in the order in which it was stored. */
    private static final String FOUND = """
            select t.seq, o.set_id, case when o.type = any(:ofRuns) then t.transformation_id end as run
            from <steps>
            where o.type = any(:types)
            """;

    private static final String EVENTS = """
            select i.partner, s.document_number, e.event
            from unnest(:sets, :seqs) with ordinality asked (set_id, seq, place)
                join lot_event e on e.set_id = asked.set_id and e.seq = asked.seq
                join transaction_set s on s.id = e.set_id
                join inbox i on i.id = s.inbox_id
            order by asked.place
            """;

    private static final String FILES = """
            select i.partner, i.file_name, i.sha256, i.size, i.received_at,
                string_agg(distinct s.document || ' ' || s.document_number, ', ') as documents
            from (<found>) found join transaction_set s on s.id = found.set_id join inbox i on i.id = s.inbox_id
            group by i.id order by i.id
            """;

    private final Handle handle;
    private final Selection selection;
    private final Long[] lotNumbers;
    private final Integer[] parties;
    private final String found;

    SelectedEvents(LedgerTransaction transaction, Selection selection) {
        this.handle = transaction.handle();
        this.selection = selection;
        this.lotNumbers = lotNumbers();
        this.parties = parties();
        this.found =
                Standing.of(FOUND.replace("<steps>", selection.isOfLots() ? WITH_OCCASIONS_OF_LOTS : WITH_OCCASIONS)
                        + (selection.location().isEmpty()
                                ? ""
                                : " and (o.from_party = any(:parties) or o.to_party = any(:parties))")
                        + (selection.from().isEmpty() ? "" : " and o.begins >= :from")
                        + (selection.to().isEmpty() ? "" : " and o.begins < :to"));
    }

    /** Takes events. */
    interface Taker {
        void take(SelectedEvent event) throws IOException;
    }

    /**
     * Hands over those of some types: first those that go into runs of production or come out of them, run by run, then those
     * without a run, in the order in which they were stored. Where lots are asked for, all that their documents say of a run goes with
     * them.
     *
     * @param ahead sees each batch before it is handed over, and may use the transaction; it is called by another thread than the
     *     taker, while that has the batch before
     */
    void forEach(Set<EventType> types, Consumer<List<SelectedEvent>> ahead, Taker taker) throws IOException {
        LotEventReader reader = new LotEventReader();
        try (Stream<Place> places = query(types, found + " order by found.run, found.seq")
                .map((row, context) -> new Place(row.getLong("set_id"), row.getLong("seq")))
                .stream()) {
            Iterator<Place> place = places.iterator();
            ReadAhead.forEach(
                    () -> {
                        List<SelectedEvent> batch = next(place, reader);
                        ahead.accept(batch);
                        return batch;
                    },
                    taker::take);
        }
    }

    /** The files in which documents state events of the selection, in the order in which they came. */
    void files(Set<EventType> types, SourceFile.Taker taker) throws IOException {
        try (Stream<SourceFile> files = query(types, FILES.replace("<found>", found))
                .map((row, context) -> new SourceFile(
                        row.getString("partner"),
                        row.getString("file_name"),
                        row.getString("documents"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getTimestamp("received_at").toInstant()))
                .stream()) {
            for (Iterator<SourceFile> file = files.iterator(); file.hasNext(); ) {
                taker.take(file.next());
            }
        }
    }

    /**
     * Where an event is stored.
     *
     * @param set the transaction set that states it
     * @param seq its number
     */
    private record Place(long set, long seq) {}

    private List<SelectedEvent> next(Iterator<Place> places, LotEventReader reader) {
        List<Place> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && places.hasNext()) {
            batch.add(places.next());
        }
        return batch.isEmpty() ? List.of() : read(batch, reader);
    }

    private List<SelectedEvent> read(List<Place> places, LotEventReader reader) {
        return handle.createQuery(EVENTS)
                .bindArray("sets", Long.class, (Object[])
                        places.stream().map(Place::set).toArray(Long[]::new))
                .bindArray("seqs", Long.class, (Object[])
                        places.stream().map(Place::seq).toArray(Long[]::new))
                .map((row, context) -> new SelectedEvent(
                        row.getString("partner"),
                        row.getString("document_number"),
                        reader.read(row.getString("event"))))
                .list();
    }

    private Query query(Set<EventType> types, String sql) {
        handle.execute(WORK_MEMORY);
        Query query = handle.createQuery(sql)
                .setFetchSize(BATCH)
                .bindArray("types", String.class, words(types))
                .bindArray("ofRuns", String.class, words(TrackingEvent.TRANSFORMATION.types()));
        if (selection.isOfLots()) {
            query.bindArray("lots", Long.class, (Object[]) lotNumbers)
                    .bind(
                            "lot",
                            selection.gtin().isPresent()
                                    ? null
                                    : selection.lot().orElse(null));
        }
        if (selection.location().isPresent()) {
            query.bindArray("parties", Integer.class, (Object[]) parties);
        }
        selection.from().ifPresent(day -> query.bind("from", day.atStartOfDay()));
        selection.to().ifPresent(day -> query.bind("to", day.plusDays(1).atStartOfDay()));
        return query;
    }

    private static Object[] words(Set<EventType> types) {
        return types.stream().map(Word::of).toArray();
    }

    /** A lot without its product is found where no product is asked for. */
    private Long[] lotNumbers() {
        if (!selection.isOfLots()) {
            return new Long[0];
        }
        Optional<Gtin> gtin = selection.product().or(selection::gtin);
        return handle.createQuery("select id from lot where (cast(:code as text) is null or code = :code)"
                        + " and (cast(:gtin as text) is null or gtin = :gtin)")
                .bind("code", selection.lot().orElse(null))
                .bind("gtin", gtin.map(Gtin::digits).orElse(null))
                .mapTo(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    private Integer[] parties() {
        return selection
                .location()
                .map(location -> handle.createQuery(
                                "select id from party_statement where gln = :at or lower(name) = lower(:at)")
                        .bind("at", location)
                        .mapTo(Integer.class)
                        .list()
                        .toArray(Integer[]::new))
                .orElse(new Integer[0]);
    }
}
