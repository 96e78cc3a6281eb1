package io.lotwire.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Lots of which no GTIN is known: their product numbers, which are a partner's own, tell which lot of a code is meant. */
final class LotsByNumber {
    /**
     * Codes share so many locks, a power of two: PostgreSQL has room for some thousand of all transactions together (its
     * max_locks_per_transaction for each connection), and a document may have a million codes.
     */
    private static final int LOCKS = 1024;

    private final LotRegistry registry;
    private final Handle handle;
    private final Instant now;

    LotsByNumber(LotRegistry registry, Handle handle, Instant now) {
        this.registry = registry;
        this.handle = handle;
        this.now = now;
    }

    /**
     * Keeps what statements say, in the order of their keys.
     *
     * @return the numbers of their lots, but of those that may be one of several
     */
    Map<LotStatement.Key, Long> keep(List<LotStatement> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        Object[] codes = column(statements, LotStatement::code);
        // No unique key tells such lots apart, so two that learn of one code go one after the other.
        handle.createQuery(
                        "select pg_advisory_xact_lock(hashtext('lot'), lock) from (select distinct hashtext(code) & :mask"
                                + " as lock from unnest(:codes) code order by lock) ordered")
                .bind("mask", LOCKS - 1)
                .bindArray("codes", String.class, codes)
                .mapTo(String.class)
                .list();
        LotBook book = registry.book(
                statements.stream().map(LotStatement::code).distinct().toList());
        List<Long> free = newIds(statements.size());
        Map<Long, LotStatement> fresh = new LinkedHashMap<>();
        Map<Long, LotStatement> known = new LinkedHashMap<>();
        LotNumbers numbers = new LotNumbers(handle);
        Map<LotStatement.Key, Long> ids = new HashMap<>();
        for (LotStatement statement : statements) {
            long nextId = free.get(fresh.size());
            Optional<Long> id = book.learn(statement, nextId);
            if (id.isPresent()) {
                (id.get() == nextId || fresh.containsKey(id.get()) ? fresh : known)
                        .merge(id.get(), statement, LotStatement::completedBy);
                numbers.add(id.get(), statement);
                ids.put(statement.key(), id.get());
            }
        }
        insert(fresh);
        fill(known);
        numbers.keep();
        return ids;
    }

    private List<Long> newIds(int count) {
        return handle.createQuery("select nextval(pg_get_serial_sequence('lot', 'id')) from generate_series(1, :count)")
                .bind("count", count)
                .mapTo(Long.class)
                .list();
    }

    private void insert(Map<Long, LotStatement> lots) {
        if (lots.isEmpty()) {
            return;
        }
        List<LotStatement> statements = List.copyOf(lots.values());
        LotFact.bind(
                        handle.createUpdate("insert into lot (id, code, kind, first_event_id, first_seen_at, "
                                + LotFact.COLUMNS
                                + ") overriding system value select id, code, kind, decode(event_id, 'hex'), :now, "
                                + LotFact.COLUMNS + " from unnest(:ids, :codes, :kinds, :eventIds, "
                                + LotFact.PARAMETERS + ") as row (id, code, kind, event_id, " + LotFact.COLUMNS
                                + ")"),
                        statements)
                .bindArray("ids", Long.class, lots.keySet().toArray())
                .bindArray("codes", String.class, column(statements, LotStatement::code))
                .bindArray("kinds", String.class, column(statements, each -> each.kind()
                        .name()))
                .bindArray("eventIds", String.class, column(statements, LotStatement::eventId))
                .bind("now", now)
                .execute();
    }

    private void fill(Map<Long, LotStatement> lots) {
        if (lots.isEmpty()) {
            return;
        }
        LotFact.bind(
                        handle.createUpdate("update lot set (" + LotFact.COLUMNS + ") = (" + LotFact.filledFrom("row")
                                + ") from unnest(:ids, " + LotFact.PARAMETERS + ") as row (id, " + LotFact.COLUMNS
                                + ") where lot.id = row.id and (" + LotFact.of("lot") + ") is distinct from ("
                                + LotFact.filledFrom("row") + ")"),
                        List.copyOf(lots.values()))
                .bindArray("ids", Long.class, lots.keySet().toArray())
                .execute();
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
