package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.walk.Standing;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the lots that a scope means, by a few statements however many they are. */
final class ScopedLots {
    private static final String MADE_OR_SHIPPED = "select distinct lot_id from (" + Standing.of("""
            select o.set_id, t.lot_id
            from occasion o join lot_event e on e.set_id = o.set_id join step t on t.seq = e.seq and t.occasion_id = o.id
            where o.from_party = any(:places) and o.begins >= :earliest and o.begins < :to and o.ends > :from
                and t.lot_id is not null and (o.type = 'shipped' or o.type = 'packed' or t.output)
            """) + ") made";

    private final Handle handle;
    private final Partners partners;

    ScopedLots(LedgerTransaction tx, Partners partners) {
        this.handle = tx.handle();
        this.partners = partners;
    }

    /** Their numbers in the registry. */
    Set<Long> of(Scope scope) {
        // By the codes, or else by what was made there: each has an index.
        String first = scope.lots().isEmpty() ? "id = any(:made)" : "code = any(:codes)";
        Query query = handle.createQuery("""
                        select id from lot
                        where <first> and (:gtin = '' or gtin = :gtin)
                            and (:anySupplier or source_gln = any(:supplier) or lower(source_name) = any(:supplier)
                                or origin_gln = any(:supplier) or lower(origin_name) = any(:supplier))
                            and (:anyPlant or id = any(:made))
                        """.replace("<first>", first))
                .bind("gtin", scope.gtin())
                .bind("anySupplier", scope.supplier().isEmpty())
                .bindArray(
                        "supplier",
                        String.class,
                        partners.names(scope.supplier()).toArray())
                .bind("anyPlant", scope.plant().isEmpty())
                .bindArray("made", Long.class, madeOrShipped(scope).toArray());
        if (!scope.lots().isEmpty()) {
            query.bindArray("codes", String.class, scope.lots().toArray());
        }
        return new TreeSet<>(query.mapTo(Long.class).list());
    }

    /** Those of the codes that no lot bears. */
    Set<String> unknown(Scope scope) {
        Set<String> unknown = new LinkedHashSet<>(scope.lots());
        handle.createQuery("select distinct code from lot where code = any(:codes)")
                .bindArray("codes", String.class, scope.lots().toArray())
                .mapTo(String.class)
                .forEach(unknown::remove);
        return unknown;
    }

    private Collection<Long> madeOrShipped(Scope scope) {
        if (scope.plant().isEmpty()) {
            return Set.of();
        }
        return handle.createQuery(MADE_OR_SHIPPED)
                .bindArray("places", Integer.class, statements(scope.plant()).toArray())
                .bind("from", LocalDateTime.parse(scope.from()))
                // What is told by the day begins as much earlier at most; its index is by the beginning.
                .bind("earliest", LocalDateTime.parse(scope.from()).minusDays(1))
                .bind("to", LocalDateTime.parse(scope.to()))
                .mapTo(Long.class)
                .list();
    }

    /** How documents name a party. */
    private Collection<Integer> statements(String party) {
        return handle.createQuery("select id from party_statement where gln = any(:names) or number = any(:names)"
                        + " or lower(name) = any(:names)")
                .bindArray("names", String.class, partners.names(party).toArray())
                .mapTo(Integer.class)
                .list();
    }
}
