package io.lotwire.registry.signal;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.PartyBook;
import io.lotwire.registry.PartyStatement;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.walk.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts lots and those in trouble, of each supplier, plant and lane, by the documents of a stretch of days. The database counts: what
 * comes here is a row for each subject.
 */
public final class TroubledLots {
    /**
     * The steps of lots in the stretch, by places, and what became of each lot. What is returned came by the way back: the lane is the one it
     * went before.
     */
    private static final String TOLD = """
            with told as materialized (
                    select s.lot_id, s.type, s.condition, s.begins, s.output,
                        case s.type when 'returned' then t.place else f.place end as from_place,
                        case s.type when 'returned' then f.place else t.place end as to_place
                    from (%s) s
                        left join unnest(:statements, :places) as f (statement, place) on f.statement = s.from_party
                        left join unnest(:statements, :places) as t (statement, place) on t.statement = s.to_party),
                lots as materialized (
                    select told.lot_id, bool_or(type = 'returned') as returned,
                        coalesce(bool_or(condition = 'short'), false) as short,
                        coalesce(bool_or(condition = 'damaged'), false) as damaged,
                        exists (select from lot_status where lot_status.lot_id = told.lot_id and status = 'excursion') as excursion,
                        exists (select from lot_status where lot_status.lot_id = told.lot_id and status = 'recalled') as recalled
                    from told group by told.lot_id),
                made as (select distinct from_place, lot_id from told where output and from_place is not null),
                lanes as (
                    select from_place, to_place, lot_id, bool_or(type = 'returned') as returned,
                        coalesce(bool_or(condition = 'short'), false) as short,
                        coalesce(bool_or(condition = 'damaged'), false) as damaged,
                        coalesce(min(begins) filter (where type = 'received')
                            - min(begins) filter (where type = 'shipped') > make_interval(secs => :normal), false) as late
                    from told
                    where type in ('shipped', 'received', 'returned') and from_place is not null and to_place is not null
                        and from_place <> to_place
                    group by from_place, to_place, lot_id)
            """.formatted(Standing.of("""
            select o.set_id, t.lot_id, o.type, t.condition, o.begins, t.output, o.from_party, o.to_party
            from occasion o join lot_event e on e.set_id = o.set_id
                join step t on t.seq = e.seq and t.occasion_id = o.id
            where o.begins >= :from and o.begins < :to and t.lot_id is not null
            """));

    private static final String COUNTED = TOLD + """
            select 'LANE' as kind, from_place, to_place, '' as supplier, count(*) as lots,
                count(*) filter (where lanes.returned) as returned, count(*) filter (where lanes.short) as short,
                count(*) filter (where lanes.damaged) as damaged, count(*) filter (where late) as late,
                count(*) filter (where excursion) as excursion, count(*) filter (where recalled) as recalled, '' as name
            from lanes join lots using (lot_id) group by from_place, to_place
            union all
            select 'PLANT', from_place, null, '', count(*),
                count(*) filter (where returned), count(*) filter (where short), count(*) filter (where damaged), 0,
                count(*) filter (where excursion), count(*) filter (where recalled), ''
            from made join lots using (lot_id) group by from_place
            union all
            select 'SUPPLIER', null, null, coalesce(nullif(l.origin_gln, ''), l.origin_name), count(*),
                count(*) filter (where returned), count(*) filter (where short), count(*) filter (where damaged), 0,
                count(*) filter (where excursion), count(*) filter (where recalled), coalesce(nullif(max(l.origin_name), ''), max(l.origin_gln))
            from lots join lot l on l.id = lots.lot_id
            where coalesce(l.origin_gln, '') <> '' or coalesce(l.origin_name, '') <> ''
            group by coalesce(nullif(l.origin_gln, ''), l.origin_name)
            """;

    /** Lots that are not recalled yet, of subjects that are told of; those with most reasons first. */
    private static final String AT_RISK = TOLD + """
            select l.code, coalesce(l.gtin, '') as gtin, coalesce(l.description, '') as description,
                lots.returned, lots.short, lots.damaged, lots.excursion, reasons.signals
            from (
                    select lot_id, array_agg(signal order by signal) as signals
                    from (
                            select made.lot_id, p.signal
                            from made join unnest(:numbers, :kinds, :fromPlaces) as p (signal, kind, place)
                                on p.kind = 'PLANT' and p.place = made.from_place
                            union
                            select lanes.lot_id, p.signal
                            from lanes join unnest(:numbers, :kinds, :fromPlaces, :toPlaces) as p (signal, kind, f, t)
                                on p.kind = 'LANE' and p.f = lanes.from_place and p.t = lanes.to_place
                            union
                            select lots.lot_id, p.signal
                            from lots join lot l on l.id = lots.lot_id
                                join unnest(:numbers, :kinds, :suppliers) as p (signal, kind, supplier)
                                on p.kind = 'SUPPLIER' and p.supplier = coalesce(nullif(l.origin_gln, ''), l.origin_name)) each
                    group by lot_id) reasons
                join lots using (lot_id) join lot l on l.id = lots.lot_id
            where not lots.recalled
            order by cardinality(reasons.signals) + cast(lots.returned as int) + cast(lots.short as int)
                + cast(lots.damaged as int) + cast(lots.excursion as int) desc, l.code, l.gtin
            limit :most
            """;

    private final Handle handle;
    private final LocalDate from;
    private final LocalDate to;
    private final Duration normal;
    private final Map<Integer, TracedParty> parties;
    private final Map<Subject, Key> keys = new HashMap<>();

    /** What the database knows a subject by. */
    private record Key(Integer from, Integer to, String supplier) {}

    /**
     * Those in some days.
     *
     * @param from the first day, by the clocks there
     * @param to the last day
     * @param normal a lot that is longer under way is late
     */
    public TroubledLots(LedgerTransaction transaction, LocalDate from, LocalDate to, Duration normal) {
        this.handle = transaction.handle();
        this.from = from;
        this.to = to;
        this.normal = normal;
        this.parties = parties();
    }

    /** A tally of each supplier, plant and lane that has lots there. */
    public List<Tally> tallies() {
        Map<Integer, String> names = new HashMap<>();
        parties.values().forEach(party -> names.put(party.number(), party.name()));
        return asked(COUNTED).map((row, context) -> tally(row, names)).list();
    }

    /**
     * Lots that have something in common with those in trouble, most reasons first.
     *
     * @param signals of the tallies
     * @param most how many lots at most
     */
    public List<LotAtRisk> atRisk(List<Signal> signals, int most) {
        List<Key> told =
                signals.stream().map(signal -> keys.get(signal.subject())).toList();
        return asked(AT_RISK)
                .bindArray(
                        "numbers",
                        Integer.class,
                        IntStream.range(0, signals.size()).boxed().toArray())
                .bindArray(
                        "kinds",
                        String.class,
                        signals.stream()
                                .map(signal -> signal.subject().kind().name())
                                .toArray())
                .bindArray(
                        "fromPlaces",
                        Integer.class,
                        told.stream().map(Key::from).toArray())
                .bindArray("toPlaces", Integer.class, told.stream().map(Key::to).toArray())
                .bindArray(
                        "suppliers",
                        String.class,
                        told.stream().map(Key::supplier).toArray())
                .bind("most", most)
                .map((row, context) -> atRisk(row, signals))
                .list();
    }

    private Query asked(String sql) {
        return inStretch(handle.createQuery(sql))
                .bindArray("statements", Integer.class, parties.keySet().toArray())
                .bindArray(
                        "places",
                        Integer.class,
                        parties.values().stream().map(TracedParty::number).toArray())
                .bind("normal", normal.toSeconds());
    }

    private Query inStretch(Query query) {
        return query.bind("from", from.atStartOfDay()).bind("to", to.plusDays(1).atStartOfDay());
    }

    private Tally tally(ResultSet row, Map<Integer, String> names) throws SQLException {
        Subject.Kind kind = Subject.Kind.valueOf(row.getString("kind"));
        Key key = new Key(
                row.getObject("from_place", Integer.class),
                row.getObject("to_place", Integer.class),
                row.getString("supplier"));
        Subject subject = new Subject(
                kind,
                kind == Subject.Kind.SUPPLIER ? row.getString("name") : names.get(key.from()),
                kind == Subject.Kind.LANE ? names.get(key.to()) : "");
        keys.put(subject, key);
        Map<Trouble, Long> troubled = new EnumMap<>(Trouble.class);
        for (Trouble trouble : Trouble.values()) {
            if (trouble != Trouble.LATE || kind == Subject.Kind.LANE) {
                troubled.put(trouble, row.getLong(trouble.name().toLowerCase(Locale.ROOT)));
            }
        }
        return new Tally(subject, row.getLong("lots"), troubled);
    }

    private static LotAtRisk atRisk(ResultSet row, List<Signal> signals) throws SQLException {
        List<Trouble> own = new ArrayList<>();
        for (Trouble trouble : List.of(Trouble.RETURNED, Trouble.SHORT, Trouble.DAMAGED, Trouble.EXCURSION)) {
            if (row.getBoolean(trouble.name().toLowerCase(Locale.ROOT))) {
                own.add(trouble);
            }
        }
        Integer[] numbers = (Integer[]) row.getArray("signals").getArray();
        return new LotAtRisk(
                row.getString("code"),
                row.getString("gtin"),
                row.getString("description"),
                own,
                Arrays.stream(numbers).map(signals::get).toList());
    }

    /** The parties that documents name there, by the numbers of their statements. */
    private Map<Integer, TracedParty> parties() {
        Map<Integer, PartyStatement> stated = new LinkedHashMap<>();
        inStretch(handle.createQuery("""
                        select p.id, p.gln, p.number, p.name from party_statement p
                        where p.id in (
                            select from_party from occasion where begins >= :from and begins < :to
                            union select to_party from occasion where begins >= :from and begins < :to)
                        order by p.id
                        """))
                .map((row, context) -> Map.entry(
                        row.getInt("id"),
                        new PartyStatement(row.getString("gln"), row.getString("number"), row.getString("name"))))
                .forEach(each -> stated.put(each.getKey(), each.getValue()));
        stated.values().removeIf(statement -> !statement.isStated());
        PartyBook book = PartyBook.of(new ArrayList<>(stated.values()));
        Map<Integer, TracedParty> told = new LinkedHashMap<>();
        stated.forEach((number, statement) -> told.put(number, book.party(statement)));
        return told;
    }
}
