package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.PartyStatement;
import io.lotwire.registry.walk.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is asked of the database about a trail that was walked: each of it is one statement, however long the trail. */
final class TrailFacts {
    private static final String CHANGES = Standing.of("""
            select o.set_id, t.seq, t.lot_id, p.gln, p.number, p.name, coalesce(t.output, false) as made, t.unit,
                case o.type when 'disposed' then -t.quantity else t.quantity end as quantity
            from step t join occasion o on o.id = t.occasion_id join party_statement p on p.id = o.from_party
            where t.lot_id = any(:lots) and (t.output or o.type in ('adjusted', 'disposed'))
                and coalesce(t.condition, '') not in ('short', 'held', 'released', 'recalled')
            """) + "order by seq";

    private final Handle handle;

    TrailFacts(LedgerTransaction tx) {
        this.handle = tx.handle();
    }

    /**
     * The document of a transaction set.
     *
     * @param kind such as {@code 856}
     * @param number its own number, {@code ""} when it has none
     * @param partner whose document it is
     */
    record Document(String kind, String number, String partner) {}

    /** The documents of transaction sets. */
    Map<Long, Document> documents(Collection<Long> sets) {
        Map<Long, Document> documents = new HashMap<>();
        handle.createQuery("""
                        select s.id, s.document, s.document_number, i.partner
                        from transaction_set s join inbox i on i.id = s.inbox_id where s.id = any(:sets)
                        """)
                .bindArray("sets", Long.class, sets.toArray())
                .map((row, context) -> Map.entry(
                        row.getLong("id"),
                        new Document(
                                row.getString("document"), row.getString("document_number"), row.getString("partner"))))
                .forEach(each -> documents.put(each.getKey(), each.getValue()));
        return documents;
    }

    /** The business documents that transaction sets refer to, as type and number. */
    Map<Long, List<String>> references(Collection<Long> sets) {
        Map<Long, List<String>> references = new HashMap<>();
        handle.createQuery("select set_id, type, value from document_reference where set_id = any(:sets)"
                        + " order by set_id, type, value")
                .bindArray("sets", Long.class, sets.toArray())
                .map((row, context) ->
                        Map.entry(row.getLong("set_id"), row.getString("type") + " " + row.getString("value")))
                .forEach(each -> references
                        .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        return references;
    }

    /** The product numbers under which lots were named, as scheme and number. */
    Map<Long, List<String>> numbers(Collection<Long> lots) {
        Map<Long, List<String>> numbers = new HashMap<>();
        if (!lots.isEmpty()) {
            handle.createQuery("select lot_id, scheme, value from lot_item where lot_id = any(:lots)"
                            + " order by lot_id, scheme, value")
                    .bindArray("lots", Long.class, lots.toArray())
                    .map((row, context) ->
                            Map.entry(row.getLong("lot_id"), row.getString("scheme") + ":" + row.getString("value")))
                    .forEach(each -> numbers.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add(each.getValue()));
        }
        return numbers;
    }

    /** A lot on a logistic unit. */
    record OnUnit(long lot, long sscc) {}

    /** How much of some lots was told to be on some logistic units, as each unit was first spoken of. */
    Map<OnUnit, List<Amount>> held(Collection<Long> lots, Collection<Long> units) {
        Map<OnUnit, List<Amount>> held = new HashMap<>();
        handle.createQuery("""
                        with told as (
                            select t.lot_id, u.sscc, t.quantity, t.unit, o.set_id,
                                min(o.set_id) over (partition by t.lot_id, u.sscc) as first
                            from step t join occasion o on o.id = t.occasion_id,
                                lateral (values (t.sscc), (t.parent_sscc)) u (sscc)
                            where t.lot_id = any(:lots) and u.sscc = any(:units))
                        select lot_id, sscc, unit, case when count(*) = count(quantity) then sum(quantity) end as quantity
                        from told where set_id = first group by lot_id, sscc, unit order by lot_id, sscc, unit
                        """)
                .bindArray("lots", Long.class, lots.toArray())
                .bindArray("units", Long.class, units.toArray())
                .map((row, context) -> Map.entry(
                        new OnUnit(row.getLong("lot_id"), row.getLong("sscc")),
                        new Amount(row.getBigDecimal("quantity"), row.getString("unit"))))
                .forEach(each -> held.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                        .add(each.getValue()));
        return held;
    }

    /**
     * What changed how much of a lot was at a place, beside its ways and runs that are on the trail.
     *
     * @param place how the document names the place
     * @param made whether it came out of a run
     * @param quantity how much more there was afterwards; null where that is not told
     */
    record StockChange(long lot, PartyStatement place, boolean made, BigDecimal quantity, String unit) {}

    /** Where some lots came out of runs, and what was adjusted and disposed of; of documents that stand. */
    List<StockChange> changes(Collection<Long> lots) {
        return handle.createQuery(CHANGES)
                .bindArray("lots", Long.class, lots.toArray())
                .map((row, context) -> new StockChange(
                        row.getLong("lot_id"),
                        new PartyStatement(row.getString("gln"), row.getString("number"), row.getString("name")),
                        row.getBoolean("made"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit")))
                .list();
    }
}
