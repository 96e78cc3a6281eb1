package io.lotwire.registry.reading;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Sscc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The trips of loggers, inside one transaction of the ledger. */
final class Trips {
    /** A unit and those that it holds, however deep; documents that put two into each other end it as well. */
    private static final String HELD = """
            with recursive held (sscc) as (
                select cast(:sscc as bigint)
                union
                select t.sscc from held join step t on t.parent_sscc = held.sscc where t.sscc is not null)
            """;

    private static final String LOT = """
            select l.id, l.code, l.gtin, coalesce(nullif(l.description, ''), p.description, '') as description,
                p.minimum_temperature, p.maximum_temperature
            from lot l left join lateral (
                select description, minimum_temperature, maximum_temperature from product
                where product.gtin = l.gtin
                union all
                select description, minimum_temperature, maximum_temperature from product
                where l.gtin is null and product.gtin is null and product.number in (
                    select i.scheme || ':' || i.value from lot_item i where i.lot_id = l.id)
                limit 1) p on true
            """;

    private final Handle handle;
    private final Instant now;

    Trips(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Says that a logger was with goods. Where it is said already, or for a stretch that this one overlaps, that trip grows.
     *
     * @param hasNewReadings whether there are readings in it that were not there before
     */
    Trip keep(
            String logger,
            Carried carried,
            Instant from,
            Instant until,
            String by,
            String why,
            boolean hasNewReadings) {
        Optional<Trip> before = bound(handle.createQuery("""
                        select * from logger_trip
                        where logger = :logger and sscc is not distinct from :sscc and lot_id is not distinct from :lot
                            and begins <= :until and ends >= :from
                        order by id limit 1 for update
                        """), carried)
                .bind("logger", logger)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> trip(row))
                .findOne();
        if (before.isPresent() && !hasNewReadings && before.get().holds(from, until)) {
            return before.get();
        }
        Query keeping = before.isPresent()
                ? handle.createQuery("""
                        update logger_trip set begins = least(begins, :from), ends = greatest(ends, :until),
                            stated_by = :by, why = :why, changed_at = :now
                        where id = :id
                        returning *
                        """).bind("id", before.get().id())
                : bound(handle.createQuery("""
                        insert into logger_trip (logger, sscc, lot_id, begins, ends, stated_by, why, changed_at)
                        values (:logger, :sscc, :lot, :from, :until, :by, :why, :now)
                        returning *
                        """), carried).bind("logger", logger);
        return keeping.bind("from", from)
                .bind("until", until)
                .bind("by", by)
                .bind("why", why)
                .bind("now", now)
                .map((row, context) -> trip(row))
                .one();
    }

    private static Query bound(Query query, Carried carried) {
        Long sscc =
                carried instanceof Carried.Unit unit ? Long.valueOf(unit.sscc().digits()) : null;
        Long lot = carried instanceof Carried.OfLot one ? Long.valueOf(one.id()) : null;
        return query.bindByType("sscc", sscc, Long.class).bindByType("lot", lot, Long.class);
    }

    /** Those of a logger, the first first. */
    List<Trip> ofLogger(String logger) {
        return handle.createQuery("select * from logger_trip where logger = :logger order by begins, id")
                .bind("logger", logger)
                .map((row, context) -> trip(row))
                .list();
    }

    /** Those with a unit, or with one that was on it. */
    List<Trip> ofUnit(Sscc sscc) {
        return handle.createQuery(
                        HELD + "select * from logger_trip where sscc in (select sscc from held) order by begins, id")
                .bind("sscc", Long.valueOf(sscc.digits()))
                .map((row, context) -> trip(row))
                .list();
    }

    /** Those with a lot, or with a unit that it was on at some time, which may have been afterwards. */
    List<Trip> ofLot(long lotId) {
        return handle.createQuery("""
                        with recursive holding (sscc) as (
                            select sscc from step where lot_id = :lot and sscc is not null
                            union
                            select t.parent_sscc from holding join step t on t.sscc = holding.sscc
                            where t.parent_sscc is not null)
                        select * from logger_trip where lot_id = :lot or sscc in (select sscc from holding)
                        order by begins, id
                        """)
                .bind("lot", lotId)
                .map((row, context) -> trip(row))
                .list();
    }

    /** All of them, in the order in which they were said. */
    List<Trip> all() {
        return handle.createQuery("select * from logger_trip order by id")
                .map((row, context) -> trip(row))
                .list();
    }

    /**
     * The lots that a logger was with: of a unit all that a document says to be on it, or on units that it holds, unless it surely
     * came there afterwards. A lot that was taken off before may be among them: what nobody says for sure is looked at, too.
     */
    List<CarriedLot> lots(Trip trip) {
        if (trip.carried() instanceof Carried.OfLot one) {
            return lots(handle.createQuery(LOT + "where l.id = :lot").bind("lot", one.id()));
        }
        // No clock is more than 14 hours ahead of UTC.
        return lots(handle.createQuery(HELD + LOT + """
                        where l.id in (
                            select t.lot_id from held join step t on t.sscc = held.sscc
                                left join occasion o on o.id = t.occasion_id
                            where o.begins is null
                                or o.begins <= (cast(:until as timestamptz) at time zone 'UTC') + interval '14 hours')
                        order by l.code, l.gtin
                        """)
                .bind(
                        "sscc",
                        Long.valueOf(((Carried.Unit) trip.carried()).sscc().digits()))
                .bind("until", trip.until()));
    }

    private static List<CarriedLot> lots(Query query) {
        return query.map((row, context) -> new CarriedLot(
                        row.getLong("id"),
                        row.getString("code"),
                        Optional.ofNullable(row.getString("gtin")),
                        row.getString("description"),
                        new TemperatureRange(
                                row.getBigDecimal("minimum_temperature"), row.getBigDecimal("maximum_temperature"))))
                .list();
    }

    private static Trip trip(ResultSet row) throws SQLException {
        long sscc = row.getLong("sscc");
        Carried carried = row.wasNull()
                ? new Carried.OfLot(row.getLong("lot_id"))
                : new Carried.Unit(new Sscc(String.format(Locale.ROOT, "%018d", sscc)));
        return new Trip(
                row.getLong("id"),
                row.getString("logger"),
                carried,
                moment(row, "begins"),
                moment(row, "ends"),
                row.getString("stated_by"),
                row.getString("why"),
                moment(row, "changed_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
