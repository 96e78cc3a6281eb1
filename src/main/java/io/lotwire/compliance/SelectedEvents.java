package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Word;
import io.lotwire.lot.json.LotEventReader;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The stored events of a selection, without those that later documents of the same number cancelled or replaced. They are read by
 * a cursor: few are in memory, however many there are.
 */
final class SelectedEvents {
    private static final int FETCHED_AT_ONCE = 500;

    /** Files are not stored in the order in which they came, where that was not agreed. */
    private static final String ARRIVAL = "(%1$s.inbox_id << 31) + %1$s.ordinal";

    /** By these indexes the lots' steps are found, however many others there are. */
    private static final String OF_LOTS = """
            select seq from step where lot_id = any(:lots)
            union all
            select seq from step where lot_id is null and lot_code = cast(:lot as text)
            """;

    /** The steps of lots, and all that their documents say of the runs of production that they went through. */
    private static final String OF_RUNS_OF_LOTS = """
            with own as (<own>)
            select seq from own
            union
            select t.seq
            from (select distinct o.set_id, t.transformation_id
                    from own join step t on t.seq = own.seq join occasion o on o.id = t.occasion_id
                    where t.transformation_id is not null) run
                join step t on t.transformation_id = run.transformation_id
                join occasion o on o.id = t.occasion_id and o.set_id = run.set_id
            """.replace("<own>", OF_LOTS);

    private static final String STANDING =
            """
            from occasion o
                join transaction_set s on s.id = o.set_id
                join inbox i on i.id = s.inbox_id
                join lot_event e on e.set_id = o.set_id
                join step t on t.seq = e.seq and t.occasion_id = o.id
            where o.type = any(:types)
                and not exists (
                    select from transaction_set later join inbox l on l.id = later.inbox_id
                    where later.document_number = s.document_number and s.document_number <> ''
                        and later.document = s.document and l.partner = i.partner
                        and later.purpose in ('cancel', 'replace') and later.state = 'TRANSLATED'
                        and <later> > <this>)
            """.replace("<later>", ARRIVAL.formatted("later")).replace("<this>", ARRIVAL.formatted("s"));

    private static final String EVENT = "select i.partner, s.document_number, e.event ";

    private static final String FILE = "select i.id, i.partner, i.file_name, i.sha256, i.size, i.received_at,"
            + " string_agg(distinct s.document || ' ' || s.document_number, ', ') as documents ";

    private final Handle handle;
    private final Selection selection;
    private final Long[] lotNumbers;
    private final Integer[] parties;
    private final String location;
    private final String days;

    SelectedEvents(LedgerTransaction transaction, Selection selection) {
        this.handle = transaction.handle();
        this.selection = selection;
        this.lotNumbers = lotNumbers();
        this.parties = parties();
        this.location = selection.location().isEmpty()
                ? " "
                : " and (o.from_party = any(:parties) or o.to_party = any(:parties)) ";
        this.days = (selection.from().isEmpty() ? " " : " and o.begins >= :from ")
                + (selection.to().isEmpty() ? " " : " and o.begins < :to ");
    }

    /** Takes events. */
    interface Taker {
        void take(SelectedEvent event) throws IOException;
    }

    /** Hands over those of some types, in the order in which they were stored. */
    void forEach(Set<EventType> types, Taker taker) throws IOException {
        each(query(types, EVENT, among(OF_LOTS), "order by t.seq"), taker);
    }

    /**
     * Hands over those of some types that go into runs of production or come out of them, run by run, and then those without a
     * run. Where lots are asked for, all that their documents say of a run goes with them.
     */
    void forEachOfRuns(Set<EventType> types, Taker taker) throws IOException {
        each(query(types, EVENT, among(OF_RUNS_OF_LOTS), "order by t.transformation_id, t.seq"), taker);
    }

    /** The files in which documents state events of the selection, in the order in which they came. */
    void files(Set<EventType> types, SourceFile.Taker taker) throws IOException {
        Query query = query(types, FILE, among(OF_LOTS), "group by i.id order by i.id");
        try (Stream<SourceFile> files = query
                .setFetchSize(FETCHED_AT_ONCE)
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

    private Query query(Set<EventType> types, String select, String lots, String end) {
        Query query = handle.createQuery(select + STANDING + lots + location + days + end)
                .bindArray("types", String.class, (Object[])
                        types.stream().map(Word::of).toArray(String[]::new));
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

    private String among(String steps) {
        return selection.isOfLots() ? " and t.seq in (" + steps + ") " : " ";
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

    private static void each(Query query, Taker taker) throws IOException {
        LotEventReader reader = new LotEventReader();
        try (Stream<SelectedEvent> events =
                query.setFetchSize(FETCHED_AT_ONCE).map((row, context) -> event(row, reader)).stream()) {
            for (Iterator<SelectedEvent> event = events.iterator(); event.hasNext(); ) {
                taker.take(event.next());
            }
        }
    }

    private static SelectedEvent event(ResultSet row, LotEventReader reader) throws SQLException {
        return new SelectedEvent(
                row.getString("partner"), row.getString("document_number"), reader.read(row.getString("event")));
    }
}
