package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.registry.master.Products;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the lots whose stock is asked for, by index. */
public final class StockLots {
    private static final String COLUMNS = """
            select l.*, case when l.gtin is null
                then array(select i.scheme || ':' || i.value from lot_item i where i.lot_id = l.id order by 1) end as numbers
            from lot l
            """;

    /** A month without a day, such as {@code 2026-03}, stands before all its days. */
    private static final int MONTH = 7;

    /** Behind all times of a day. */
    private static final String END_OF_DAY = "~";

    private final LedgerTransaction transaction;
    private final Handle handle;

    /** Those in this transaction. */
    public StockLots(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
    }

    /** The lots with a code; of one product where it is given. */
    public List<StockLot> withCode(String code, Optional<Gtin> gtin) {
        return lots(handle.createQuery(COLUMNS + " where l.code = :code"
                        + " and (cast(:gtin as text) is null or l.gtin = :gtin) order by l.gtin nulls last, l.id")
                .bind("code", code)
                .bind("gtin", gtin.map(Gtin::digits).orElse(null)));
    }

    /**
     * The lots of a product, by code.
     *
     * @param goodOn lots that are stated to have expired before this day are left out
     */
    public List<StockLot> ofProduct(Gtin gtin, Optional<LocalDate> goodOn) {
        return lots(handle.createQuery(COLUMNS + " where l.gtin = :gtin"
                        + " and (cast(:day as text) is null or l.expires is null or l.expires collate \"C\" >= :day)"
                        + " order by l.code, l.id")
                .bind("gtin", gtin.digits())
                .bind("day", goodOn.map(StockLots::from).orElse(null)));
    }

    /**
     * The lots that expire in some days, by when they do; with those of which nobody states it, and it follows from the shelf life of
     * their product.
     *
     * @param gtin their product; empty for any
     */
    public List<StockLot> expiring(LocalDate first, LocalDate last, Optional<Gtin> gtin) {
        return lots(handle.createQuery("""
                        with product_life as materialized (
                            select gtin, number, shelf_life_days from product where shelf_life_days is not null),
                        found as (
                            select id from lot
                            where expires collate "C" >= :first and expires collate "C" < :last
                                and (cast(:gtin as text) is null or gtin = :gtin)
                            union
                            select l.id from lot l
                            where l.expires is null
                                and coalesce(l.manufactured, l.packed) collate "C" >= (
                                    select to_char(cast(:firstDay as date) - max(shelf_life_days), 'YYYY-MM') from product_life)
                                and coalesce(l.manufactured, l.packed) collate "C" < (
                                    select to_char(cast(:lastDay as date) - min(shelf_life_days), 'YYYY-MM-DD') || '~'
                                    from product_life)
                                and (cast(:gtin as text) is null or l.gtin = :gtin)
                                and exists (select from product_life p
                                    where p.gtin = l.gtin or (p.gtin is null and l.gtin is null and p.number in (
                                        select i.scheme || ':' || i.value from lot_item i where i.lot_id = l.id))))
                        """ + COLUMNS
                                + " where l.id in (select id from found) order by l.expires, l.code, l.id")
                        .bind("first", from(first))
                        .bind("last", last + END_OF_DAY)
                        .bind("firstDay", first.toString())
                        .bind("lastDay", last.toString())
                        .bind("gtin", gtin.map(Gtin::digits).orElse(null)))
                .stream()
                .filter(lot -> lot.expiry()
                        .filter(expiry ->
                                !expiry.day().isBefore(first) && !expiry.day().isAfter(last))
                        .isPresent())
                .toList();
    }

    /** The products of which documents tell that some was shipped since a moment, by GTIN; of lots that have one. */
    public List<Gtin> shippedSince(LocalDateTime since) {
        return handle.createQuery("""
                        select distinct l.gtin
                        from occasion o join lot_event e on e.set_id = o.set_id
                            join step t on t.seq = e.seq and t.occasion_id = o.id
                            join lot l on l.id = t.lot_id
                        where o.begins >= :since and o.type = 'shipped' and l.gtin is not null
                        order by l.gtin
                        """)
                .bind("since", since)
                .mapTo(String.class)
                .map(Gtin::new)
                .list();
    }

    /**
     * The lots that documents tell something of since a moment, by code.
     *
     * @param at only what was there, came from there or went to there; empty for any place
     * @param most so many at most
     */
    public List<StockLot> touched(Instant since, Optional<PlaceAsked> at, int most) {
        return lots(handle.createQuery(
                        """
                        with sets as (
                            select distinct set_id from occasion
                            where begins >= :since
                                and (not :placed or from_party = any(:places) or to_party = any(:places))),
                        steps as (
                            select distinct t.lot_id, t.lot_code
                            from sets join lot_event e on e.set_id = sets.set_id join step t on t.seq = e.seq
                            where t.lot_id is not null or t.lot_code is not null),
                        found as (
                            select lot_id as id from steps where lot_id is not null
                            union
                            select n.id from steps join lot n on n.code = steps.lot_code where steps.lot_id is null)
                        """ + COLUMNS + " where l.id in (select id from found) order by l.code, l.id limit :most")
                .bind("since", LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .bind("placed", at.isPresent())
                .bindArray(
                        "places",
                        Integer.class,
                        at.map(PlaceAsked::statements).orElse(List.of()).toArray())
                .bind("most", most));
    }

    private static String from(LocalDate day) {
        return day.toString().substring(0, MONTH);
    }

    private List<StockLot> lots(Query query) {
        List<StockLot> lots = query.map((row, context) -> lot(row)).list();
        Products products =
                Products.of(transaction, lots.stream().map(StockLot::item).toList());
        return lots.stream()
                .map(each -> new StockLot(each.id(), each.lot(), each.item(), products.of(each.item())))
                .toList();
    }

    private static StockLot lot(ResultSet row) throws SQLException {
        String gtin = row.getString("gtin");
        List<ItemId> numbers = row.getArray("numbers") == null
                ? List.of()
                : Arrays.stream((String[]) row.getArray("numbers").getArray())
                        .map(StockLots::number)
                        .toList();
        return new StockLot(
                row.getLong("id"),
                new Lot(
                        row.getString("code"),
                        LotKind.valueOf(row.getString("kind")),
                        text(row, "expires"),
                        text(row, "best_before"),
                        text(row, "manufactured"),
                        text(row, "packed"),
                        text(row, "harvested"),
                        null),
                new Item(gtin == null ? null : new Gtin(gtin), numbers, text(row, "description")),
                Optional.empty());
    }

    private static ItemId number(String written) {
        int colon = written.indexOf(':');
        return new ItemId(written.substring(0, colon), written.substring(colon + 1));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
