package io.lotwire.registry.master;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The products of some items, in memory. */
public final class Products {
    /** None are known. */
    public static final Products NONE = new Products(Map.of());

    private static final String SELECT =
            "select %s as key, description, brand, commodity, variety, pack, shelf_life_days from product";

    private final Map<String, KnownProduct> byKey;

    private Products(Map<String, KnownProduct> byKey) {
        this.byKey = byKey;
    }

    /** What is known of these items; it takes one statement. */
    public static Products of(LedgerTransaction transaction, Collection<Item> items) {
        Object[] gtins = items.stream()
                .filter(item -> item.gtin() != null)
                .map(item -> item.gtin().digits())
                .distinct()
                .toArray();
        Object[] numbers = items.stream()
                .filter(item -> item.gtin() == null)
                .flatMap(Products::numbers)
                .distinct()
                .toArray();
        Map<String, KnownProduct> products = new HashMap<>();
        transaction
                .handle()
                .createQuery(SELECT.formatted("gtin") + " where gtin = any(:gtins) union all "
                        + SELECT.formatted("number") + " where gtin is null and number = any(:numbers)")
                .bindArray("gtins", String.class, gtins)
                .bindArray("numbers", String.class, numbers)
                .map((row, context) -> Map.entry(row.getString("key"), product(row)))
                .forEach(each -> products.put(each.getKey(), each.getValue()));
        return new Products(products);
    }

    /** That of an item: by its GTIN, and where it has none by the first of its numbers that is known. */
    public Optional<KnownProduct> of(Item item) {
        if (item.gtin() != null) {
            return Optional.ofNullable(byKey.get(item.gtin().digits()));
        }
        return numbers(item).map(byKey::get).filter(Objects::nonNull).findFirst();
    }

    private static KnownProduct product(ResultSet row) throws SQLException {
        int days = row.getInt("shelf_life_days");
        OptionalInt shelfLife = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(days);
        return new KnownProduct(
                text(row, "description"),
                text(row, "brand"),
                text(row, "commodity"),
                text(row, "variety"),
                text(row, "pack"),
                shelfLife);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Stream<String> numbers(Item item) {
        return item.ids().stream().map(id -> id.scheme() + ":" + id.value());
    }
}
