package io.lotwire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stored event, as far as a trace needs it. */
record TracedEvent(
        long seq,
        long setId,
        String partner,
        EventType type,
        Purpose purpose,
        String when,
        Item item,
        Lot lot,
        Load load,
        JsonNode shipFrom,
        JsonNode shipTo,
        List<Reference> references,
        String document,
        String documentNumber) {

    /**
     * Reads the outward form of an event.
     *
     * @param json see {@code mappings/lot-event.schema.json}
     * @param documentNumber of its transaction set
     */
    static TracedEvent of(long seq, long setId, String partner, JsonNode json, String documentNumber) {
        return new TracedEvent(
                seq,
                setId,
                partner,
                EventType.valueOf(upper(json, "/type")),
                Purpose.valueOf(upper(json, "/purpose")),
                text(json, "/eventTime"),
                item(json.path("item")),
                json.has("lot") ? lot(json.path("lot")) : null,
                new Load(
                        text(json, "/logisticUnit/sscc"),
                        text(json, "/logisticUnit/parentSscc"),
                        json.at("/quantity/value").isMissingNode()
                                ? null
                                : new BigDecimal(text(json, "/quantity/value")),
                        text(json, "/quantity/unit")),
                json.path("shipFrom"),
                json.path("shipTo"),
                references(json.path("references")),
                text(json, "/source/document"),
                documentNumber);
    }

    /** The day it happened, for order in time; events without a time come first. */
    String day() {
        return when.length() > 10 ? when.substring(0, 10) : when;
    }

    private static Item item(JsonNode item) {
        List<ItemId> ids = new ArrayList<>();
        item.path("ids").forEach(id -> ids.add(new ItemId(text(id, "/scheme"), text(id, "/value"))));
        return new Item(Gtin.parse(text(item, "/gtin")).orElse(null), ids, text(item, "/description"));
    }

    private static Lot lot(JsonNode lot) {
        JsonNode source = lot.path("source");
        return new Lot(
                text(lot, "/code"),
                LotKind.valueOf(upper(lot, "/kind").replace('-', '_')),
                text(lot, "/expires"),
                text(lot, "/bestBefore"),
                text(lot, "/manufactured"),
                text(lot, "/packed"),
                text(lot, "/harvested"),
                source.isMissingNode()
                        ? null
                        : new LotSource(text(source, "/gln"), text(source, "/name"), text(source, "/reference")));
    }

    private static List<Reference> references(JsonNode references) {
        List<Reference> all = new ArrayList<>();
        references.forEach(reference ->
                all.add(new Reference(text(reference, "/type"), text(reference, "/value"), text(reference, "/date"))));
        return all;
    }

    private static String upper(JsonNode node, String pointer) {
        return text(node, pointer).toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText("");
    }
}
