package io.lotwire.registry.walk;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Word;
import io.lotwire.registry.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds steps by index, many at once: a question is one statement, and its cost is that of the answer. */
final class StepTable {
    /** What is made of lots, or what they are made of, whenever that was. */
    private static final String AHEAD = """
            with recursive made (lot_id) as (
                select unnest(:lots)
                union
                select o.lot_id
                from made join step i on i.lot_id = made.lot_id and i.transformation_id is not null and i.output = :output
                    join step o on o.transformation_id = i.transformation_id and o.output <> :output
                where o.lot_id is not null)
            select lot_id from made limit :most
            """;

    /** Goods that were missed where they should have come did not. */
    private static final String COMING = "select * from (%s) found where condition is distinct from 'short'";

    private static final String MISSED = "select * from (%s) found where condition = 'short'";

    private static final String COLUMNS = """
            t.seq, t.sscc, t.parent_sscc, t.quantity, t.unit, t.transformation_id, t.output, o.set_id, o.type,
            cast(extract(epoch from o.begins) * 1000000 as bigint) as begins,
            cast(extract(epoch from o.ends) * 1000000 as bigint) as ends,
            o.offset_minutes, o.from_party, o.to_party, t.condition
            """;

    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private static final int LOT = 1;
    private static final int SURE = 2;
    private static final int SEQ = 3;
    private static final int SSCC = 4;
    private static final int PARENT = 5;
    private static final int QUANTITY = 6;
    private static final int UNIT = 7;
    private static final int RUN = 8;
    private static final int OUTPUT = 9;
    private static final int SET = 10;
    private static final int TYPE = 11;
    private static final int BEGINS = 12;
    private static final int ENDS = 13;
    private static final int OFFSET = 14;
    private static final int FROM = 15;
    private static final int TO = 16;
    private static final int CONDITION = 17;

    /**
     * Steps that name the lot; that name its code and no product, so that another lot with this code may be meant; that name it as one
     * of several.
     */
    private static final String OF_LOTS = """
            select t.lot_id as lot, t.sure, <columns>
            from step t join occasion o on o.id = t.occasion_id where t.lot_id = any(:lots)
            union all
            select l.id, not exists (select from lot other where other.code = l.code and other.id <> l.id), <columns>
            from lot l join step t on t.lot_code = l.code and t.lot_id is null join occasion o on o.id = t.occasion_id
            where l.id = any(:lots)
            union all
            select l.id, false, <columns>
            from lot l join possible_lot p on p.code = l.code join step t on t.seq = p.seq
                join lot named on named.id = t.lot_id and named.id <> l.id and named.gtin = l.gtin
                join occasion o on o.id = t.occasion_id
            where l.id = any(:lots)
            """.replace("<columns>", COLUMNS);

    private static final String ON_UNITS = """
            select cast(null as bigint) as lot, true as sure, <columns>
            from step t join occasion o on o.id = t.occasion_id
            where t.sscc = any(:ssccs) and t.lot_id is null and t.lot_code is null
            """.replace("<columns>", COLUMNS);

    private static final String OF_RUNS = """
            select t.lot_id as lot, t.sure, <columns>
            from step t join occasion o on o.id = t.occasion_id
            where t.transformation_id = any(:runs) and t.lot_id is not null
            union all
            select l.id, not exists (select from lot other where other.code = l.code and other.id <> l.id), <columns>
            from step t join lot l on l.code = t.lot_code join occasion o on o.id = t.occasion_id
            where t.transformation_id = any(:runs) and t.lot_id is null
            """.replace("<columns>", COLUMNS);

    private final Handle handle;
    private final Map<Long, Boolean> standing = new HashMap<>();

    private StepTable(Handle handle) {
        this.handle = handle;
    }

    /** The steps in a transaction, whose statements from now on are planned once and not each time: planning took longer than they. */
    static StepTable in(LedgerTransaction transaction) {
        transaction.handle().execute("set local plan_cache_mode = force_generic_plan");
        return new StepTable(transaction.handle());
    }

    /**
     * The lots that some lots were made into or of over any number of runs of production, without regard to time, and these themselves; so
     * many at most.
     */
    List<Long> ahead(Collection<Long> lots, Sense sense, int most) {
        return handle.createQuery(AHEAD)
                .bindArray("lots", Long.class, lots.toArray())
                .bind("output", sense == Sense.BACKWARD)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** All steps of some lots. */
    List<Step> ofLots(Collection<Long> lots) {
        return steps(handle.createQuery(COMING.formatted(OF_LOTS)).bindArray("lots", Long.class, lots.toArray()));
    }

    /** What of some lots was missed where it should have come. */
    List<Step> missedOf(Collection<Long> lots) {
        return steps(handle.createQuery(MISSED.formatted(OF_LOTS)).bindArray("lots", Long.class, lots.toArray()));
    }

    /** Steps of logistic units that name no lot. */
    List<Step> onUnits(Collection<Long> ssccs) {
        return steps(handle.createQuery(COMING.formatted(ON_UNITS)).bindArray("ssccs", Long.class, ssccs.toArray()));
    }

    /** What went into some runs of production and came out of them. */
    List<Step> ofRuns(Collection<Long> runs) {
        return steps(handle.createQuery(COMING.formatted(OF_RUNS)).bindArray("runs", Long.class, runs.toArray()));
    }

    /** The business documents that transaction sets refer to, by their types and numbers. */
    Map<Long, Set<String>> references(Collection<Long> sets) {
        Map<Long, Set<String>> references = new HashMap<>();
        handle.createQuery("select set_id, type, value from document_reference where set_id = any(:sets)")
                .bindArray("sets", Long.class, sets.toArray())
                .map((row, context) ->
                        Map.entry(row.getLong("set_id"), row.getString("type") + " " + row.getString("value")))
                .forEach(each -> references
                        .computeIfAbsent(each.getKey(), key -> new HashSet<>())
                        .add(each.getValue()));
        return references;
    }

    /** What is called how, in the same transaction. */
    Names names() {
        return new Names(handle);
    }

    /** Those that stand. */
    private List<Step> steps(Query query) {
        List<Step> found = query.map((row, context) -> step(row)).list();
        Set<Long> unknown = new HashSet<>();
        for (Step step : found) {
            if (!standing.containsKey(step.setId())) {
                unknown.add(step.setId());
            }
        }
        if (!unknown.isEmpty()) {
            Set<Long> revoked = Standing.revoked(handle, unknown);
            unknown.forEach(set -> standing.put(set, !revoked.contains(set)));
        }
        return found.stream().filter(step -> standing.get(step.setId())).toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong(SEQ),
                row.getLong(SET),
                row.getLong(LOT),
                row.getBoolean(SURE),
                row.getLong(SSCC),
                row.getLong(PARENT),
                row.getBigDecimal(QUANTITY),
                row.getString(UNIT),
                row.getLong(RUN),
                row.getBoolean(OUTPUT),
                Word.constant(EventType.class, row.getString(TYPE)).orElseThrow(),
                moment(row),
                row.getInt(FROM),
                row.getInt(TO),
                condition(row.getString(CONDITION)));
    }

    private static Condition condition(String word) {
        return word == null ? null : Word.constant(Condition.class, word).orElseThrow();
    }

    private static Moment moment(ResultSet row) throws SQLException {
        long begins = row.getLong(BEGINS);
        if (row.wasNull()) {
            return null;
        }
        long ends = row.getLong(ENDS);
        int offset = row.getInt(OFFSET);
        return new Moment(wallClock(begins), wallClock(ends), row.wasNull() ? null : offset);
    }

    private static LocalDateTime wallClock(long micros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND),
                (int) Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO,
                ZoneOffset.UTC);
    }
}
