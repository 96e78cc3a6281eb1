package io.lotwire.registry.balance;

import io.lotwire.registry.walk.Telling;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What receivers missed of what was sent to them, and which documents say so. */
final class Shortages {
    private final Map<Missing, BigDecimal> missed = new HashMap<>();
    private final Map<Missing, Set<DocumentName>> by = new HashMap<>();

    /** What was missed of a shipment, in a unit of the book. */
    private record Missing(Shipment.Way way, String unit) {}

    void add(Telling telling, List<Loads.Load> loads, DocumentName document) {
        Shipment.Way way = new Shipment.Way(telling.from(), telling.to(), telling.answered());
        for (Loads.Load load : loads) {
            Missing key = new Missing(way, load.unit());
            missed.merge(key, load.quantity(), BigDecimal::add);
            by.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(document);
        }
    }

    /** How much of a shipment. */
    BigDecimal of(Shipment.Way way, String unit) {
        return missed.getOrDefault(new Missing(way, unit), BigDecimal.ZERO);
    }

    /** Which documents say so. */
    List<DocumentName> documents(Shipment.Way way, String unit) {
        return List.copyOf(by.getOrDefault(new Missing(way, unit), Set.of()));
    }
}
