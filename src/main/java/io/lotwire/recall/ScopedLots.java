package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the lots that a scope means, by a few statements however many they are. */
final class ScopedLots {
    /** Steps of documents that later ones of the same number cancelled or replaced tell nothing. */
    private static final String MADE_OR_SHIPPED = """
            select distinct t.lot_id
            from occasion o join lot_event e on e.set_id = o.set_id join step t on t.seq = e.seq and t.occasion_id = o.id
                join transaction_set s on s.id = o.set_id join inbox i on i.id = s.inbox_id
            where o.from_party = any(:places) and o.begins >= :earliest and o.begins < :to and o.ends > :from and t.lot_id is not null
                and (o.type = 'shipped' or o.type = 'packed' or t.output)
                and (s.document_number = '' or not exists (
                    select from transaction_set r join inbox j on j.id = r.inbox_id
                    where r.document_number = s.document_number and r.document = s.document and j.partner = i.partner
                        and r.state = 'TRANSLATED'
                        and (r.purpose = 'cancel' and (r.inbox_id, r.ordinal) >= (s.inbox_id, s.ordinal)
                            or r.purpose = 'replace' and (r.inbox_id, r.ordinal) > (s.inbox_id, s.ordinal))))
            """;

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
