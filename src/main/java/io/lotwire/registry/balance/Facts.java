package io.lotwire.registry.balance;

import io.lotwire.registry.master.Listed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the database knows beside what events tell: which documents tell it, and what products say of their units. */
final class Facts {
    private final Handle handle;

    Facts(Handle handle) {
        this.handle = handle;
    }

    /** The documents of some transaction sets. */
    Map<Long, DocumentName> documents(Collection<Long> sets) {
        Map<Long, DocumentName> documents = new HashMap<>();
        handle.createQuery("""
                        select s.id, i.partner, s.document, s.document_number
                        from transaction_set s join inbox i on i.id = s.inbox_id where s.id = any(:sets)
                        """)
                .bindArray("sets", Long.class, sets.toArray())
                .map((row, context) -> new DocumentName(
                        row.getLong("id"),
                        row.getString("partner"),
                        row.getString("document"),
                        row.getString("document_number")))
                .forEach(each -> documents.put(each.setId(), each));
        return documents;
    }

    /** What the products of some lots say of their units, by the numbers of the lots; nothing where they say nothing. */
    Map<Long, List<String>> packs(Collection<Long> lots) {
        Map<Long, List<String>> packs = new HashMap<>();
        handle.createQuery("""
                        select l.id, cast(p.units as text) as units
                        from lot l join product p on p.gtin = l.gtin
                        where l.id = any(:lots) and p.units is not null
                        union all
                        select l.id, cast(p.units as text)
                        from lot l join lot_item i on i.lot_id = l.id
                            join product p on p.gtin is null and p.number = i.scheme || ':' || i.value
                        where l.id = any(:lots) and l.gtin is null and p.units is not null
                        """)
                .bindArray("lots", Long.class, lots.toArray())
                .map((row, context) -> Map.entry(row.getLong("id"), Listed.ofJson(row.getString("units"))))
                .forEach(each -> packs.putIfAbsent(each.getKey(), each.getValue()));
        return packs;
    }

    /** Who shipped lots first, by the numbers of the lots. */
    Map<Long, Origin> origins(Collection<Long> lots) {
        Map<Long, Origin> origins = new HashMap<>();
        handle.createQuery("""
                        select id, coalesce(origin_gln, '') as gln, coalesce(origin_name, '') as name from lot
                        where id = any(:lots) and coalesce(origin_gln, origin_name) is not null
                        """)
                .bindArray("lots", Long.class, lots.toArray())
                .map((row, context) ->
                        Map.entry(row.getLong("id"), new Origin(row.getString("gln"), row.getString("name"))))
                .forEach(each -> origins.put(each.getKey(), each.getValue()));
        return origins;
    }
}
