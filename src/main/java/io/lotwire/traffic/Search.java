package io.lotwire.traffic;

import io.lotwire.access.Scope;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import io.lotwire.registry.LotSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds whatever bears a number or name, inside one transaction: each kind of thing is looked up by an index, so that the cost is that of
 * the answer.
 */
public final class Search {
    /** Of each way to find something so much is shown. */
    public static final int MOST = 11;

    /** A text of fewer characters begins too much. */
    private static final int LEAST_BEGINNING = 3;

    private static final String FILES = """
            select 'file' as kind, i.id, i.id as inbox_id, 0 as ordinal, i.partner,
                coalesce(nullif(i.file_name, ''), i.message_id) as words, i.received_at as at
            from inbox i
            """;
    private static final String DOCUMENTS = """
            select 'document' as kind, s.id, s.inbox_id, s.ordinal, i.partner, s.document || ' ' || s.document_number as words, i.received_at as at
            from transaction_set s join inbox i on i.id = s.inbox_id
            """;
    private static final String DELIVERIES = """
            select 'delivery' as kind, d.id, coalesce(d.inbox_id, 0) as inbox_id, 0 as ordinal, d.partner, d.format as words, d.created_at as at
            from delivery d
            """;

    private static final String EXACT = Stream.of(
                    FILES + "where split_part(i.message_id, ' #', 1) in (:text, '<' || :text || '>')",
                    FILES + "where i.file_name = :text and i.file_name <> ''",
                    FILES + "where i.sha256 = :lower",
                    FILES + "where i.id in (select inbox_id from interchange where control_number in (:text, :padded)"
                            + " order by id desc limit :most)",
                    DOCUMENTS + "where s.document_number = :text",
                    DOCUMENTS + "where ltrim(s.group_control_number, '0') = :unpadded and s.group_control_number <> ''",
                    DOCUMENTS + "where s.id in (select set_id from document_reference where value = :reference"
                            + " order by set_id desc limit :most)",
                    DELIVERIES + "where d.message_id in (:text, '<' || :text || '>') and d.message_id <> ''",
                    DELIVERIES + "where d.partner = any (:partners)"
                            + " and ltrim(d.interchange_control_number, '0') = :unpadded and d.interchange_control_number <> ''",
                    DELIVERIES + "where d.file_name = :text and d.file_name <> ''")
            .map(one -> "(" + one + " and (:only = '' or " + owner(one) + " = :only) order by 2 desc limit :most)")
            .reduce((one, next) -> one + " union " + next)
            .orElseThrow();

    /** Whose a row is, in the words of its statement. */
    private static String owner(String statement) {
        return statement.startsWith(DELIVERIES) ? "d.partner" : "i.partner";
    }

    private final Handle handle;
    private final Collection<String> partners;

    /** @param partners the names of all profiles */
    public Search(LedgerTransaction transaction, Collection<String> partners) {
        this.handle = transaction.handle();
        this.partners = List.copyOf(partners);
    }

    /**
     * What is found by it: first what bears it wholly, and only where nothing does, what begins with it.
     *
     * @param scope whose things are found; of lots and units nothing is a partner's
     */
    public List<Hit> find(Scope scope, Sought sought) {
        if (sought.isNothing()) {
            return List.of();
        }
        String onlyOf = scope instanceof Scope.OfPartner of ? of.partner() : "";
        List<Hit> hits = new ArrayList<>();
        if (onlyOf.isEmpty()) {
            partners.stream()
                    .filter(name -> name.equals(sought.text().toLowerCase(Locale.ROOT)))
                    .map(Hit.OfPartner::new)
                    .forEach(hits::add);
            hits.addAll(lots(sought));
            sought.sscc().flatMap(this::unit).ifPresent(hits::add);
        }
        hits.addAll(exact(sought.text(), onlyOf));
        if (hits.isEmpty() && sought.text().length() >= LEAST_BEGINNING) {
            hits.addAll(beginning(sought.text(), onlyOf));
        }
        return List.copyOf(hits);
    }

    private List<Hit> exact(String text, String onlyOf) {
        String unpadded = text.matches("[0-9]+") ? text.replaceFirst("^0+(?=.)", "") : text;
        return handle.createQuery(EXACT)
                .bind("text", text)
                .bind("lower", text.toLowerCase(Locale.ROOT))
                .bind("padded", LotSearch.interchangeNumber(text))
                .bind("unpadded", unpadded)
                .bind("reference", LotSearch.reference(text))
                .bindArray("partners", String.class, partners.toArray())
                .bind("only", onlyOf)
                .bind("most", MOST)
                .map((row, context) -> hit(row))
                .list();
    }

    private static Hit hit(ResultSet row) throws SQLException {
        String partner = row.getString("partner");
        String words = row.getString("words").strip();
        return switch (row.getString("kind")) {
            case "file" ->
                new Hit.OfFile(
                        row.getLong("id"),
                        partner,
                        words,
                        row.getTimestamp("at").toInstant());
            case "document" ->
                new Hit.OfDocument(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getInt("ordinal"),
                        partner,
                        words,
                        row.getTimestamp("at").toInstant());
            default ->
                new Hit.OfDelivery(
                        row.getLong("id"),
                        partner,
                        words,
                        row.getTimestamp("at").toInstant());
        };
    }

    private List<Hit> lots(Sought sought) {
        List<Hit> lots = handle.createQuery("select code, gtin from lot where code = :code order by gtin limit :most")
                .bind("code", sought.lot())
                .bind("most", MOST)
                .map((row, context) -> lot(row))
                .list();
        Optional<String> gtin = sought.gtin().map(Gtin::digits);
        if (sought.scanned().isPresent() && gtin.isPresent()) {
            return lots.stream()
                    .filter(hit ->
                            ((Hit.OfLot) hit).gtin().map(gtin.get()::equals).orElse(true))
                    .toList();
        }
        return !lots.isEmpty() || gtin.isEmpty()
                ? lots
                : handle.createQuery("select code, gtin from lot where gtin = :gtin order by id desc limit :most")
                        .bind("gtin", gtin.get())
                        .bind("most", MOST)
                        .map((row, context) -> lot(row))
                        .list();
    }

    private static Hit lot(ResultSet row) throws SQLException {
        return new Hit.OfLot(row.getString("code"), Optional.ofNullable(row.getString("gtin")));
    }

    private Optional<Hit> unit(Sscc sscc) {
        return handle.createQuery("select exists (select from step where sscc = :sscc or parent_sscc = :sscc)")
                        .bind("sscc", Long.valueOf(sscc.digits()))
                        .mapTo(Boolean.class)
                        .one()
                ? Optional.of(new Hit.OfUnit(sscc.digits()))
                : Optional.empty();
    }

    private List<Hit> beginning(String text, String onlyOf) {
        List<Hit> hits = new ArrayList<>();
        if (onlyOf.isEmpty()) {
            partners.stream()
                    .filter(name -> name.startsWith(text.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .limit(MOST)
                    .map(Hit.OfPartner::new)
                    .forEach(hits::add);
            hits.addAll(handle.createQuery(
                            "select code, gtin from lot where code like :beginning order by code limit :most")
                    .bind("beginning", Beginning.of(text))
                    .bind("most", MOST)
                    .map((row, context) -> lot(row))
                    .list());
        }
        hits.addAll(handle.createQuery(FILES + " where i.file_name like :beginning and i.file_name <> ''"
                        + " and (:only = '' or i.partner = :only) order by i.file_name desc limit :most")
                .bind("beginning", Beginning.of(text))
                .bind("only", onlyOf)
                .bind("most", MOST)
                .map((row, context) -> hit(row))
                .list());
        return hits;
    }
}
