package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds lots by what they were on and by what named them; the cost is that of the answer. */
public final class LotSearch {
    /** ISA13 has so many digits. */
    private static final int INTERCHANGE_DIGITS = 9;

    /** Lots that the events of some transaction sets, {@code named}, name. */
    private static final String IN_NAMED_SETS = """
            select distinct coalesce(l.code, t.lot_code) as code, l.gtin
            from named join lot_event e on e.set_id = named.set_id join step t on t.seq = e.seq
                left join lot l on l.id = t.lot_id
            where t.lot_id is not null or t.lot_code is not null
            order by code, gtin
            """;

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

    /** A control number of an interchange as ISA13 has it: zeros may be left out before it. */
    public static String interchangeNumber(String typed) {
        return typed.matches("[0-9]{1," + INTERCHANGE_DIGITS + "}")
                ? String.format(Locale.ROOT, "%0" + INTERCHANGE_DIGITS + "d", Long.valueOf(typed))
                : typed;
    }

    /** A number that documents refer to, as it is kept: the beginning of a long one. */
    public static String reference(String number) {
        return Cut.of(number, DocumentReferences.LENGTH);
    }

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
        return list(handle.createQuery("""
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
                        """).bind("number", number).bind("cut", reference(number)));
    }

    /**
     * The lots in interchanges with a control number (ISA13, UNB 0020), whoever sent them; by code.
     *
     * @param number as it was sent; of ISA13 zeros may be left out before it
     */
    public List<Found> inInterchanges(String number) {
        return list(handle.createQuery("""
                        with named as (
                            select s.id as set_id
                            from interchange i join transaction_set s on s.inbox_id = i.inbox_id and s.interchange_id = i.id
                            where i.control_number in (:number, :padded))
                        """ + IN_NAMED_SETS)
                .bind("number", number)
                .bind("padded", interchangeNumber(number)));
    }

    /**
     * The lots in what came with a message; by code.
     *
     * @param messageId the number that it has on its wire; of an AS2 Message-ID the angle brackets may be left out
     */
    public List<Found> inMessage(String messageId) {
        // Each payload but the first of a message has its place behind the number.
        return list(handle.createQuery("""
                        with named as (
                            select s.id as set_id
                            from inbox i join transaction_set s on s.inbox_id = i.id
                            where split_part(i.message_id, ' #', 1)
                                    in (split_part(:id, ' #', 1), '<' || split_part(:id, ' #', 1) || '>')
                                and (i.message_id in (:id, '<' || :id || '>')
                                    or starts_with(i.message_id, :id || ' #')
                                    or starts_with(i.message_id, '<' || :id || '> #')))
                        """ + IN_NAMED_SETS).bind("id", messageId));
    }

    /**
     * The lots of a product of which documents tell something in a stretch of days, by the clocks there; by code.
     *
     * @param from the first day
     * @param to the last day
     */
    public List<Found> ofProduct(Gtin gtin, LocalDate from, LocalDate to) {
        return list(handle.createQuery("""
                        select l.code, l.gtin from lot l
                        where l.gtin = :gtin and exists (
                            select from step t join occasion o on o.id = t.occasion_id
                            where t.lot_id = l.id and o.begins >= :from and o.begins < :to)
                        order by code
                        """)
                .bind("gtin", gtin.digits())
                .bind("from", from.atStartOfDay())
                .bind("to", to.plusDays(1).atStartOfDay()));
    }

    private static List<Found> list(Query query) {
        return query.map((row, context) -> new Found(
                        row.getString("code"),
                        Optional.ofNullable(row.getString("gtin")).map(Gtin::new)))
                .list();
    }
}
