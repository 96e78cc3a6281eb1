package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds lots by what they were on and by what named them; the cost is that of the answer. */
public final class LotSearch {
    private final LedgerTransaction transaction;
    private final Handle handle;

    /** A search in this transaction. */
    public LotSearch(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
    }

    /**
     * A lot that was found.
     *
     * @param code its code, to the character
     * @param gtin its product; empty where no GTIN is known
     */
    public record Found(String code, Optional<Gtin> gtin) {}

    /** The known lots with a code; by product. */
    public List<KnownLot> withCode(String code) {
        return new LotRegistry(transaction).book(List.of(code)).with(code);
    }

    /** The lots that were ever on a logistic unit, or on units that it held, however deep; by code. */
    public List<Found> onUnit(Sscc sscc) {
        return list(handle.createQuery("""
                        with recursive held (sscc) as (
                            select cast(:sscc as bigint)
                            union
                            select t.sscc from held join step t on t.parent_sscc = held.sscc where t.sscc is not null)
                        select distinct coalesce(l.code, t.lot_code) as code, l.gtin
                        from held join step t on t.sscc = held.sscc left join lot l on l.id = t.lot_id
                        where t.lot_id is not null or t.lot_code is not null
                        order by code, gtin
                        """).bind("sscc", Long.valueOf(sscc.digits())));
    }

    /**
     * The lots in documents of a number, and those that a document names with a reference to it, such as to a purchase order or
     * bill of lading; by code.
     */
    public List<Found> inDocuments(String number) {
        return list(
                handle.createQuery("""
                        with named (set_id, whole) as (
                            select set_id, false from document_reference where value = :cut
                            union all
                            select id, true from transaction_set where document_number = :number)
                        select distinct coalesce(l.code, t.lot_code) as code, l.gtin
                        from named join lot_event e on e.set_id = named.set_id join step t on t.seq = e.seq
                            left join lot l on l.id = t.lot_id
                        where (t.lot_id is not null or t.lot_code is not null) and (named.whole
                            or cast(replace(e.event, '\\u0000', '\\u0001') as jsonb) -> 'references' @> jsonb_build_array(jsonb_build_object('value', :number)))
                        order by code, gtin
                        """).bind("number", number).bind("cut", Cut.of(number, DocumentReferences.LENGTH)));
    }

    private static List<Found> list(Query query) {
        return query.map((row, context) -> new Found(
                        row.getString("code"),
                        Optional.ofNullable(row.getString("gtin")).map(Gtin::new)))
                .list();
    }
}
