package io.lotwire.registry.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** The trips of loggers in JSON. */
public final class TripJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TripJson() {}

    /** All of them. */
    public static ArrayNode of(List<TripReport> reports) {
        ArrayNode all = NODES.arrayNode();
        reports.forEach(report -> all.add(of(report)));
        return all;
    }

    private static ObjectNode of(TripReport report) {
        Trip trip = report.trip();
        ObjectNode node = NODES.objectNode();
        node.put("logger", trip.logger());
        if (trip.carried() instanceof Carried.Unit unit) {
            node.put("sscc", unit.sscc().digits());
        }
        node.put("from", trip.from().toString());
        node.put("until", trip.until().toString());
        node.put("by", trip.by());
        if (!trip.why().isEmpty()) {
            node.put("why", trip.why());
        }
        for (MeasureSummary summary : report.summaries()) {
            ObjectNode measured = node.putObject(summary.measure().word());
            measured.put("readings", summary.count());
            put(measured, "least", summary.least());
            put(measured, "most", summary.most());
            put(measured, "mean", summary.mean());
        }
        ArrayNode lots = node.putArray("lots");
        report.lots().forEach(lot -> lots.add(of(lot)));
        return node;
    }

    private static ObjectNode of(LotOnTrip lot) {
        ObjectNode node = NODES.objectNode();
        node.put("lot", lot.lot().code());
        lot.lot().gtin().ifPresent(gtin -> node.put("gtin", gtin));
        if (!lot.lot().description().isEmpty()) {
            node.put("description", lot.lot().description());
        }
        TemperatureRange range = lot.lot().range();
        if (range.least() != null) {
            put(node, "minimumTemperature", range.least());
        }
        if (range.most() != null) {
            put(node, "maximumTemperature", range.most());
        }
        ArrayNode excursions = node.putArray("excursions");
        for (Excursion excursion : lot.excursions()) {
            ObjectNode each = excursions.addObject();
            each.put("side", excursion.isAbove() ? "above" : "below");
            each.put("from", excursion.from().toString());
            each.put("until", excursion.until().toString());
            each.put("minutes", excursion.lasted().toMinutes());
            put(each, "worst", excursion.worst());
            each.put("readings", excursion.readings());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, BigDecimal number) {
        node.put(name, new BigDecimal(TemperatureRange.plain(number)));
    }
}
