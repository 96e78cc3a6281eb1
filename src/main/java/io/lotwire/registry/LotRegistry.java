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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The lots that are known, inside one transaction of the ledger. */
public final class LotRegistry {
    private final LedgerTransaction transaction;
    private final Handle handle;
    private final Instant now;

    /** The registry in this transaction. */
    public LotRegistry(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Keeps what stored events tell: of their lots, where a fact that is known stands and one that is missing is filled; where
     * goods went; and which documents they refer to. Events without a lot, without any product number, and those that cancel teach nothing of lots.
     * However many events, it takes the same few statements.
     *
     * @param events stored in this transaction, their steps not kept yet
     */
    public void keep(List<StoredEvent> events) {
        Map<LotStatement.Key, LotStatement> statements = new HashMap<>();
        events.stream()
                .map(StoredEvent::event)
                .filter(LotRegistry::teaches)
                .map(LotStatement::of)
                .forEach(statement -> statements.merge(statement.key(), statement, LotStatement::completedBy));
        // One order for all transactions: two that touch the same lots wait for each other instead of deadlocking.
        List<LotStatement> ordered = statements.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        Map<LotStatement.Key, Long> numbers = new HashMap<>();
        numbers.putAll(new LotsByGtin(handle, now)
                .keep(ordered.stream().filter(LotStatement::hasGtin).toList()));
        numbers.putAll(new LotsByNumber(this, handle, now)
                .keep(ordered.stream().filter(statement -> !statement.hasGtin()).toList()));
        new Steps(handle).keep(events, numbers);
        new DocumentReferences(handle).keep(events);
    }

    /** Whether there is anything in an event to be learned. */
    static boolean teaches(LotEvent event) {
        return event.lot() != null
                && event.purpose() != Purpose.CANCEL
                && (event.item().gtin() != null || !event.item().ids().isEmpty());
    }

    LedgerTransaction transaction() {
        return transaction;
    }

    /** What is known of the lots with these codes. */
    public LotBook book(Collection<String> codes) {
        return new LotBook(withCodes(codes));
    }

    /** All known lots with these codes, by code. */
    private Map<String, List<KnownLot>> withCodes(Collection<String> codes) {
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
