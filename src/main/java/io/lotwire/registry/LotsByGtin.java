package io.lotwire.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lots that are known by their code and GTIN, which tell them apart. */
final class LotsByGtin {
    private final Handle handle;
    private final Instant now;

    LotsByGtin(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps what statements say, each of another lot, in the order of their keys; gives the numbers of their lots. */
    Map<LotStatement.Key, Long> keep(List<LotStatement> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        identify(statements);
        Map<LotStatement.Key, Long> ids = learn(statements);
        List<LotStatement> knewAllBefore = statements.stream()
                .filter(statement -> !ids.containsKey(statement.key()))
                .toList();
        ids.putAll(find(knewAllBefore));
        LotNumbers numbers = new LotNumbers(handle);
        statements.forEach(statement -> numbers.add(ids.get(statement.key()), statement));
        numbers.keep();
        return ids;
    }

    /** The numbers of the lots of which something was learned. */
    private Map<LotStatement.Key, Long> learn(List<LotStatement> statements) {
        return ids(LotFact.bind(
                        handle.createQuery("insert into lot (code, gtin, kind, first_event_id, first_seen_at, "
                                + LotFact.COLUMNS + ") select code, gtin, kind, decode(event_id, 'hex'), :now, "
                                + LotFact.COLUMNS
                                + " from unnest(:codes, :gtins, :kinds, :eventIds, " + LotFact.PARAMETERS
                                + ") with ordinality as row (code, gtin, kind, event_id, " + LotFact.COLUMNS
                                + ", position) order by position"
                                + " on conflict (code, gtin) do update set (" + LotFact.COLUMNS + ") = ("
                                + LotFact.filledFrom("excluded") + ") where (" + LotFact.of("lot")
                                + ") is distinct from (" + LotFact.filledFrom("excluded") + ")"
                                + " returning code, gtin, id"),
                        statements)
                .bindArray("codes", String.class, column(statements, LotStatement::code))
                .bindArray("gtins", String.class, column(statements, LotStatement::gtin))
                .bindArray("kinds", String.class, column(statements, each -> each.kind()
                        .name()))
                .bindArray("eventIds", String.class, column(statements, LotStatement::eventId))
                .bind("now", now));
    }

    private Map<LotStatement.Key, Long> find(List<LotStatement> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        return ids(handle.createQuery("""
                        select lot.code, lot.gtin, lot.id from unnest(:codes, :gtins) as row (code, gtin)
                            join lot on lot.code = row.code and lot.gtin = row.gtin
                        """)
                .bindArray("codes", String.class, column(statements, LotStatement::code))
                .bindArray("gtins", String.class, column(statements, LotStatement::gtin)));
    }

    private static Map<LotStatement.Key, Long> ids(Query query) {
        Map<LotStatement.Key, Long> ids = new HashMap<>();
        query.map((row, context) ->
                        Map.entry(new LotStatement.Key(row.getString(1), row.getString(2), ""), row.getLong(3)))
                .forEach(lot -> ids.put(lot.getKey(), lot.getValue()));
        return ids;
    }

    /** A lot that so far had no GTIN gets it from a statement that shares a product number with it. */
    private void identify(List<LotStatement> statements) {
        Set<String> codes = new HashSet<>(
                handle.createQuery("select distinct code from lot where gtin is null and code = any(:codes)")
                        .bindArray("codes", String.class, column(statements, LotStatement::code))
                        .mapTo(String.class)
                        .list());
        for (LotStatement statement : statements) {
            if (!codes.contains(statement.code())) {
                continue;
            }
            handle.createUpdate("""
                            update lot set gtin = :gtin where id = (
                                select l.id from lot l join lot_item i on i.lot_id = l.id
                                where l.code = :code and l.gtin is null and i.value = any(:values)
                                order by l.id limit 1)
                            and not exists (select 1 from lot where code = :code and gtin = :gtin)
                            """)
                    .bind("code", statement.code())
                    .bind("gtin", statement.gtin())
                    .bindArray("values", String.class, (Object[]) statement.itemValues())
                    .execute();
        }
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
