package io.lotwire.registry;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of some lots, in memory: as the registry had it, and completed by what documents say one after the other,
 * so that the second of two that are stored together knows what the first has said.
 */
public final class LotBook {
    /** Stands for the number of a lot that the registry does not have. */
    private static final long NO_NUMBER = 0;

    private final Map<String, List<KnownLot>> byCode;

    /** A book in which nothing stands yet. */
    public LotBook() {
        this(Map.of());
    }

    LotBook(Map<String, List<KnownLot>> byCode) {
        this.byCode = new HashMap<>(byCode);
    }

    /** The numbers of its lots, as far as the registry has them. */
    List<Long> numbers() {
        return byCode.values().stream()
                .flatMap(List::stream)
                .map(KnownLot::id)
                .filter(id -> id != NO_NUMBER)
                .toList();
    }

    /** The products of its lots, as far as they are known. */
    List<Item> products() {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(lot -> lot.gtin() != null)
                .map(lot -> new Item(lot.gtin(), List.of(), ""))
                .toList();
    }

    /** The lots with a code. */
    List<KnownLot> with(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Learns what events say of their lots. */
    public void learn(List<LotEvent> events) {
        events.stream()
                .filter(LotRegistry::teaches)
                .map(LotStatement::of)
                .forEach(statement -> learn(statement, NO_NUMBER));
    }

    /**
     * Learns what a statement says: of a lot that is known, or of a new one.
     *
     * @param nextId the number that a new lot gets
     * @return the number of the lot; empty when several could be meant, so that nothing is learned
     */
    Optional<Long> learn(LotStatement statement, long nextId) {
        List<KnownLot> lots = byCode.computeIfAbsent(statement.code(), code -> new ArrayList<>());
        LotMatch match = LotMatch.of(statement.item(), lots);
        if (match instanceof LotMatch.Found found) {
            lots.set(lots.indexOf(found.lot()), filled(found.lot(), statement));
            return Optional.of(found.lot().id());
        }
        if (match instanceof LotMatch.Ambiguous && !statement.hasGtin()) {
            return Optional.empty();
        }
        lots.add(filled(new KnownLot(nextId, bare(statement), null, "", Set.of(), "", ""), statement));
        return Optional.of(nextId);
    }

    private static Lot bare(LotStatement statement) {
        return new Lot(statement.code(), statement.kind(), "", "", "", "", "", null);
    }

    private static KnownLot filled(KnownLot known, LotStatement said) {
        Map<LotFact, String> facts = said.facts();
        Lot lot = known.lot();
        Lot filled = new Lot(
                lot.code(),
                lot.kind(),
                first(lot.expires(), facts.get(LotFact.EXPIRES)),
                first(lot.bestBefore(), facts.get(LotFact.BEST_BEFORE)),
                first(lot.manufactured(), facts.get(LotFact.MANUFACTURED)),
                first(lot.packed(), facts.get(LotFact.PACKED)),
                first(lot.harvested(), facts.get(LotFact.HARVESTED)),
                source(lot.source(), facts));
        Item item = said.item();
        Gtin gtin = known.gtin() == null ? item.gtin() : known.gtin();
        Set<ItemId> numbers = new LinkedHashSet<>(known.itemIds());
        numbers.addAll(item.ids());
        return new KnownLot(
                known.id(),
                filled,
                gtin,
                first(known.description(), facts.get(LotFact.DESCRIPTION)),
                numbers,
                first(known.originGln(), facts.get(LotFact.ORIGIN_GLN)),
                first(known.originName(), facts.get(LotFact.ORIGIN_NAME)));
    }

    private static LotSource source(LotSource known, Map<LotFact, String> facts) {
        LotSource filled = new LotSource(
                first(known == null ? "" : known.gln(), facts.get(LotFact.SOURCE_GLN)),
                first(known == null ? "" : known.name(), facts.get(LotFact.SOURCE_NAME)),
                first(known == null ? "" : known.reference(), facts.get(LotFact.SOURCE_REFERENCE)));
        return filled.equals(new LotSource("", "", "")) ? null : filled;
    }

    private static String first(String known, String said) {
        return known.isEmpty() && said != null ? said : known;
    }
}
