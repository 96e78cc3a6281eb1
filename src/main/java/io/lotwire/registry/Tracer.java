package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers where a lot went, from the events that the ledger keeps. */
public final class Tracer {
    private final TracedEvents events;
    private final LotRegistry registry;

    /** A tracer in this transaction. */
    public Tracer(LedgerTransaction transaction) {
        this.events = new TracedEvents(transaction.handle());
        this.registry = new LotRegistry(transaction);
    }

    /**
     * Follows a lot.
     *
     * @param code the lot code, to the character
     * @param gtin the product; when empty, each product that has a lot with this code is followed
     */
    public Trace trace(String code, Optional<Gtin> gtin) {
        List<KnownLot> known = registry.book(List.of(code)).with(code);
        Map<String, Product> products = new LinkedHashMap<>();
        for (TracedEvent event : byGtinFirst(events.ofLot(code))) {
            Product product = productOf(event.item(), known, products);
            products.computeIfAbsent(product.key(), key -> product).events().add(event);
        }
        List<LotTrail> trails = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Product product : products.values()) {
            if (gtin.isEmpty() || gtin.get().equals(product.item().gtin())) {
                trails.add(trail(product));
            } else {
                others.add(product.words());
            }
        }
        return new Trace(code, gtin.map(Gtin::digits).orElse(""), trails, others);
    }

    /** Events with a GTIN found the products that those without one may belong to. */
    private static List<TracedEvent> byGtinFirst(List<TracedEvent> events) {
        List<TracedEvent> ordered = new ArrayList<>(
                events.stream().filter(event -> event.item().gtin() != null).toList());
        events.stream().filter(event -> event.item().gtin() == null).forEach(ordered::add);
        return ordered;
    }

    private static Product productOf(Item item, List<KnownLot> known, Map<String, Product> soFar) {
        if (item.gtin() != null) {
            return Product.of(item.gtin().digits(), item, known);
        }
        if (LotMatch.of(item, known) instanceof LotMatch.Found found) {
            KnownLot lot = found.lot();
            String key = lot.gtin() == null ? "lot " + lot.id() : lot.gtin().digits();
            return Product.of(key, new Item(lot.gtin(), item.ids(), lot.description()), known);
        }
        if (item.ids().isEmpty() && soFar.size() == 1) {
            return soFar.values().iterator().next();
        }
        String number =
                item.ids().stream().map(ItemId::value).sorted().findFirst().orElse("");
        return Product.of("item " + number, item, List.of());
    }

    private LotTrail trail(Product product) {
        List<TracedEvent> inTime = new ArrayList<>(product.events());
        inTime.addAll(followUnits(product));
        inTime.sort(TracedEvents.inTime());
        Journey journey = Journey.of(inTime);
        return new LotTrail(
                product.facts(),
                product.item().gtin() == null ? "" : product.item().gtin().digits(),
                product.words(),
                journey.movements(),
                journey.changes());
    }

    /**
     * Events that name no lot but a unit that holds it: a pallet that goes on as a whole takes its lots with it. When such
     * a unit goes onto another, that one is followed too.
     */
    private List<TracedEvent> followUnits(Product product) {
        List<TracedEvent> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> next = unitsOf(product.events());
        while (!next.isEmpty()) {
            seen.addAll(next);
            List<TracedEvent> more = events.ofUnits(next).stream()
                    .filter(event -> event.item().gtin() == null
                            || event.item().gtin().equals(product.item().gtin()))
                    .toList();
            found.addAll(more);
            next = unitsOf(more);
            next.removeAll(seen);
        }
        return found;
    }

    private static Set<String> unitsOf(List<TracedEvent> events) {
        Set<String> units = new HashSet<>();
        for (TracedEvent event : events) {
            units.add(event.load().sscc());
            units.add(event.load().parentSscc());
        }
        units.remove("");
        return units;
    }
}
