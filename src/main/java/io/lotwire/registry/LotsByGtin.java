package io.lotwire.registry;

import io.lotwire.lot.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Lots that are known by their code and GTIN, which tell them apart. */
final class LotsByGtin {
    private final Handle handle;
    private final Instant now;

    LotsByGtin(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps what statements say, each of another lot, in the order of their keys. */
    void keep(List<LotStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        identify(statements);
        LotFacts.bind(
                        handle.createUpdate("insert into lot (code, gtin, kind, first_event_id, first_seen_at, "
                                + LotFacts.names() + ") select code, gtin, kind, event_id, :now, " + LotFacts.names()
                                + " from unnest(:codes, :gtins, :kinds, :eventIds, " + LotFacts.parameters()
                                + ") with ordinality as row (code, gtin, kind, event_id, " + LotFacts.names()
                                + ", position) order by position"
                                + " on conflict (code, gtin) do update set (" + LotFacts.names() + ") = ("
                                + LotFacts.filledFrom("excluded") + ") where (" + LotFacts.of("lot")
                                + ") is distinct from (" + LotFacts.filledFrom("excluded") + ")"),
                        statements)
                .bindArray("codes", String.class, column(statements, LotStatement::code))
                .bindArray("gtins", String.class, column(statements, LotStatement::gtin))
                .bindArray("kinds", String.class, column(statements, each -> each.kind()
                        .name()))
                .bindArray("eventIds", String.class, column(statements, LotStatement::eventId))
                .bind("now", now)
                .execute();
        keepItems(statements);
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

    private void keepItems(List<LotStatement> statements) {
        List<Numbered> numbers = new ArrayList<>();
        statements.forEach(
                statement -> statement.sortedItemIds().forEach(id -> numbers.add(new Numbered(statement, id))));
        if (numbers.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into lot_item (lot_id, scheme, value)
                        select lot.id, row.scheme, row.value
                        from unnest(:codes, :gtins, :schemes, :values) as row (code, gtin, scheme, value)
                            join lot on lot.code = row.code and lot.gtin = row.gtin
                        on conflict do nothing
                        """)
                .bindArray("codes", String.class, column(numbers, each -> each.lot()
                        .code()))
                .bindArray("gtins", String.class, column(numbers, each -> each.lot()
                        .gtin()))
                .bindArray("schemes", String.class, column(numbers, each -> each.number()
                        .scheme()))
                .bindArray("values", String.class, column(numbers, each -> each.number()
                        .value()))
                .execute();
    }

    private record Numbered(LotStatement lot, ItemId number) {}

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
