package io.lotwire.registry.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The readings that are kept, inside one transaction. None is ever changed. */
final class Readings {
    /** So many go into a statement. */
    private static final int TOGETHER = 10_000;

    private final Handle handle;

    Readings(Handle handle) {
        this.handle = handle;
    }

    /**
     * Keeps those that are not there yet.
     *
     * @param differing is told of each that says otherwise than one that is there, with what that says
     * @return how many are new
     */
    long keep(List<Reading> readings, BiConsumer<Reading, BigDecimal> differing) {
        long kept = 0;
        for (int first = 0; first < readings.size(); first += TOGETHER) {
            List<Reading> some = readings.subList(first, Math.min(readings.size(), first + TOGETHER));
            differing(some, differing);
            kept += bound(handle.createQuery("""
                            with kept as (
                                insert into reading (logger, measure, measured_at, value)
                                select * from unnest(:loggers, :measures, cast(:moments as timestamptz[]), cast(:values as numeric[]))
                                on conflict (logger, measure, measured_at) do nothing
                                returning 1)
                            select count(*) from kept
                            """), some).mapTo(Long.class).one();
        }
        return kept;
    }

    private void differing(List<Reading> some, BiConsumer<Reading, BigDecimal> differing) {
        bound(handle.createQuery("""
                        select one.n, reading.value
                        from unnest(:loggers, :measures, cast(:moments as timestamptz[]), cast(:values as numeric[])) with ordinality
                                as one (logger, measure, measured_at, value, n)
                            join reading using (logger, measure, measured_at)
                        where reading.value <> one.value
                        order by one.n
                        """), some)
                .map((row, context) -> Map.entry(some.get(row.getInt("n") - 1), row.getBigDecimal("value")))
                .forEach(each -> differing.accept(each.getKey(), each.getValue()));
    }

    private static Query bound(Query query, List<Reading> some) {
        return query.bindArray(
                        "loggers",
                        String.class,
                        some.stream().map(Reading::logger).toArray())
                .bindArray(
                        "measures",
                        String.class,
                        some.stream().map(each -> each.measure().word()).toArray())
                .bindArray(
                        "moments",
                        String.class,
                        some.stream().map(each -> each.at().toString()).toArray())
                .bindArray(
                        "values",
                        String.class,
                        some.stream().map(each -> each.value().toPlainString()).toArray());
    }

    /** What was measured on a trip, a summary of each measure of which there are readings. */
    List<MeasureSummary> summaries(Trip trip) {
        return during(handle.createQuery("""
                        select measure, count(*) as count, min(value) as least, max(value) as most,
                            round(avg(value), 1) as mean
                        from reading where logger = :logger and measured_at between :from and :until
                        group by measure order by measure desc
                        """), trip)
                .map((row, context) -> new MeasureSummary(
                        Measure.of(row.getString("measure")),
                        row.getLong("count"),
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most"),
                        row.getBigDecimal("mean")))
                .list();
    }

    /** Hands the temperatures of a trip over, in the order of time. */
    void temperatures(Trip trip, BiConsumer<Instant, BigDecimal> each) {
        during(handle.createQuery("""
                        select measured_at, value from reading
                        where logger = :logger and measure = 'temperature' and measured_at between :from and :until
                        order by measured_at
                        """), trip)
                .setFetchSize(TOGETHER)
                .map((row, context) -> Map.entry(
                        row.getObject("measured_at", OffsetDateTime.class).toInstant(), row.getBigDecimal("value")))
                .forEach(reading -> each.accept(reading.getKey(), reading.getValue()));
    }

    private static Query during(Query query, Trip trip) {
        return query.bind("logger", trip.logger())
                .bind("from", trip.from().atOffset(ZoneOffset.UTC))
                .bind("until", trip.until().atOffset(ZoneOffset.UTC));
    }
}
