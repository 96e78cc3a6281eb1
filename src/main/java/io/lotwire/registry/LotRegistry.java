package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The lots that are known, inside one transaction of the ledger. */
public final class LotRegistry {
    private static final String FACTS = "description, expires, best_before, manufactured, packed, harvested,"
            + " source_gln, source_name, source_reference, origin_gln, origin_name";

    private final Handle handle;
    private final Instant now;

    /** The registry in this transaction. */
    public LotRegistry(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Learns from events what they say of their lots: a fact that is known stands, one that is missing is filled. Events
     * without a lot, without any product number, and those that cancel teach nothing.
     *
     * @param events stored in this transaction or before
     */
    public void learn(List<LotEvent> events) {
        Map<LotStatement.Key, LotStatement> statements = new HashMap<>();
        events.stream()
                .filter(event -> event.lot() != null && event.purpose() != Purpose.CANCEL)
                .filter(event ->
                        event.item().gtin() != null || !event.item().ids().isEmpty())
                .map(LotStatement::of)
                .forEach(statement -> statements.merge(statement.key(), statement, LotStatement::completedBy));
        // One order for all transactions: two that touch the same lots wait for each other instead of deadlocking.
        List<LotStatement> ordered = statements.values().stream()
                .sorted(Comparator.comparing(LotStatement::key))
                .toList();
        identifyByGtin(ordered.stream().filter(LotStatement::hasGtin).toList());
        keepWithGtin(ordered.stream().filter(LotStatement::hasGtin).toList());
        for (LotStatement statement : ordered) {
            if (!statement.hasGtin()) {
                keepWithoutGtin(statement);
            }
        }
    }

    /** All known lots with these codes, by code. */
    Map<String, List<KnownLot>> withCodes(Collection<String> codes) {
        Map<Long, Set<ItemId>> itemIds = new HashMap<>();
        String[] wanted = codes.toArray(String[]::new);
        handle.createQuery("select i.* from lot l join lot_item i on i.lot_id = l.id where l.code = any(:codes)")
                .bindArray("codes", String.class, (Object[]) wanted)
                .map((row, context) ->
                        Map.entry(row.getLong("lot_id"), new ItemId(row.getString("scheme"), row.getString("value"))))
                .forEach(entry -> itemIds.computeIfAbsent(entry.getKey(), id -> new HashSet<>())
                        .add(entry.getValue()));
        Map<String, List<KnownLot>> lots = new HashMap<>();
        handle.createQuery("select * from lot where code = any(:codes) order by code, gtin nulls last, id")
                .bindArray("codes", String.class, (Object[]) wanted)
                .map((row, context) -> knownLot(row, itemIds))
                .forEach(lot -> lots.computeIfAbsent(lot.lot().code(), code -> new ArrayList<>())
                        .add(lot));
        return lots;
    }

    /** A lot that so far had no GTIN gets it from a statement that shares a product number with it. */
    private void identifyByGtin(List<LotStatement> statements) {
        Set<String> codes = new HashSet<>(
                handle.createQuery("select distinct code from lot where gtin is null and code = any(:codes)")
                        .bindArray("codes", String.class, (Object[])
                                statements.stream().map(LotStatement::code).toArray(String[]::new))
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

    private void keepWithGtin(List<LotStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        PreparedBatch lots = handle.prepareBatch("insert into lot (code, gtin, kind, first_event_id, first_seen_at, "
                + FACTS + ") values (:code, :gtin, :kind, :eventId, :now, " + values(FACTS) + ")"
                + " on conflict (code, gtin) do update set (" + FACTS + ") = (" + filled(FACTS) + ")"
                + " where (" + prefixed("lot.", FACTS) + ") is distinct from (" + filled(FACTS) + ")");
        for (LotStatement statement : statements) {
            bindFacts(lots.bind("code", statement.code()).bind("gtin", statement.gtin()), statement);
            lots.add();
        }
        lots.execute();
        PreparedBatch items = handle.prepareBatch("""
                insert into lot_item (lot_id, scheme, value)
                select id, :scheme, :value from lot where code = :code and gtin = :gtin
                on conflict do nothing
                """);
        for (LotStatement statement : statements) {
            for (ItemId id : statement.sortedItemIds()) {
                items.bind("code", statement.code())
                        .bind("gtin", statement.gtin())
                        .bind("scheme", id.scheme())
                        .bind("value", id.value())
                        .add();
            }
        }
        if (items.size() > 0) {
            items.execute();
        }
    }

    private void keepWithoutGtin(LotStatement statement) {
        // No unique key tells such lots apart, so two that learn of one code go one after the other.
        handle.execute("select pg_advisory_xact_lock(hashtext('lot'), hashtext(?))", statement.code());
        List<KnownLot> sameCode = withCodes(List.of(statement.code())).getOrDefault(statement.code(), List.of());
        LotMatch match = LotMatch.of(statement.item(), sameCode);
        if (match instanceof LotMatch.Ambiguous) {
            return;
        }
        long id = match instanceof LotMatch.Found found ? fill(found.lot().id(), statement) : insert(statement);
        for (ItemId itemId : statement.sortedItemIds()) {
            handle.execute(
                    "insert into lot_item (lot_id, scheme, value) values (?, ?, ?) on conflict do nothing",
                    id,
                    itemId.scheme(),
                    itemId.value());
        }
    }

    private long fill(long id, LotStatement statement) {
        bindFacts(
                        handle.createUpdate("update lot set (" + FACTS + ") = (" + filledWithValues() + ")"
                                        + " where id = :id")
                                .bind("id", id),
                        statement)
                .execute();
        return id;
    }

    private long insert(LotStatement statement) {
        return bindFacts(
                        handle.createQuery("insert into lot (code, kind, first_event_id, first_seen_at, " + FACTS
                                        + ") values (:code, :kind, :eventId, :now, " + values(FACTS) + ") returning id")
                                .bind("code", statement.code()),
                        statement)
                .mapTo(Long.class)
                .one();
    }

    private <S extends SqlStatement<S>> S bindFacts(S sql, LotStatement statement) {
        return sql.bind("kind", statement.kind().name())
                .bind("eventId", statement.eventId())
                .bind("now", now)
                .bindMap(statement.facts());
    }

    private static String values(String columns) {
        return prefixed(":", columns);
    }

    private static String filled(String columns) {
        return columns.replaceAll("(\\w+)", "coalesce(lot.$1, excluded.$1)");
    }

    private static String filledWithValues() {
        return FACTS.replaceAll("(\\w+)", "coalesce($1, :$1)");
    }

    private static String prefixed(String prefix, String columns) {
        return columns.replaceAll("(\\w+)", prefix + "$1");
    }

    private static KnownLot knownLot(ResultSet row, Map<Long, Set<ItemId>> itemIds) throws SQLException {
        long id = row.getLong("id");
        String gtin = row.getString("gtin");
        LotSource source =
                new LotSource(text(row, "source_gln"), text(row, "source_name"), text(row, "source_reference"));
        boolean hasSource = !source.equals(new LotSource("", "", ""));
        Lot lot = new Lot(
                row.getString("code"),
                LotKind.valueOf(row.getString("kind")),
                text(row, "expires"),
                text(row, "best_before"),
                text(row, "manufactured"),
                text(row, "packed"),
                text(row, "harvested"),
                hasSource ? source : null);
        return new KnownLot(
                id,
                lot,
                gtin == null ? null : new Gtin(gtin),
                text(row, "description"),
                itemIds.getOrDefault(id, Set.of()),
                text(row, "origin_gln"),
                text(row, "origin_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
