package io.lotwire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Lot;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A trace as JSON: parties, and movements between them by number. What is absent is left out. */
public final class TraceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TraceJson() {}

    /** The trace as one JSON object. */
    public static ObjectNode of(Trace trace, TraceDirection direction) {
        ObjectNode json = NODES.objectNode();
        put(json, "lot", trace.code());
        put(json, "gtin", trace.gtin());
        put(json, "direction", direction.name().toLowerCase(Locale.ROOT));
        ArrayNode trails = json.putArray("trails");
        trace.trails().forEach(trail -> trails.add(trail(trail)));
        if (!trace.otherProducts().isEmpty()) {
            ArrayNode others = json.putArray("otherProducts");
            trace.otherProducts().forEach(others::add);
        }
        return json;
    }

    private static JsonNode trail(LotTrail trail) {
        ObjectNode json = NODES.objectNode();
        json.set("lot", lot(trail.lot()));
        put(json, "gtin", trail.gtin());
        put(json, "product", trail.product());
        Map<Integer, TracedParty> parties = new TreeMap<>();
        trail.movements().forEach(movement -> {
            parties.put(movement.from().number(), movement.from());
            parties.put(movement.to().number(), movement.to());
        });
        trail.changes().forEach(change -> parties.put(change.at().number(), change.at()));
        ArrayNode partyNodes = json.putArray("parties");
        parties.values().forEach(party -> partyNodes.add(party(party)));
        ArrayNode movements = json.putArray("movements");
        trail.movements().forEach(movement -> movements.add(movement(movement)));
        ArrayNode changes = json.putArray("changes");
        trail.changes().forEach(change -> changes.add(change(change)));
        return json;
    }

    private static JsonNode lot(Lot lot) {
        ObjectNode json = NODES.objectNode();
        put(json, "code", lot.code());
        put(json, "expires", lot.expires());
        put(json, "bestBefore", lot.bestBefore());
        put(json, "manufactured", lot.manufactured());
        put(json, "packed", lot.packed());
        put(json, "harvested", lot.harvested());
        if (lot.source() != null) {
            ObjectNode source = json.putObject("source");
            put(source, "gln", lot.source().gln());
            put(source, "name", lot.source().name());
            put(source, "reference", lot.source().reference());
        }
        return json;
    }

    private static JsonNode party(TracedParty party) {
        ObjectNode json = NODES.objectNode();
        json.put("number", party.number());
        put(json, "name", party.name());
        put(json, "gln", party.gln());
        return json;
    }

    private static JsonNode movement(Movement movement) {
        ObjectNode json = NODES.objectNode();
        put(json, "type", movement.type().name().toLowerCase(Locale.ROOT));
        json.put("from", movement.from().number());
        json.put("to", movement.to().number());
        put(json, "when", movement.when());
        put(json, "document", movement.document());
        put(json, "documentNumber", movement.documentNumber());
        put(json, "partner", movement.partner());
        json.put("namesLot", movement.namesLot());
        ArrayNode loads = json.putArray("loads");
        movement.loads().forEach(load -> {
            ObjectNode node = loads.addObject();
            put(node, "sscc", load.sscc());
            put(node, "parentSscc", load.parentSscc());
            put(node, "quantity", load.quantity());
            put(node, "unit", load.unit());
        });
        ArrayNode references = json.putArray("references");
        movement.references().forEach(reference -> {
            ObjectNode node = references.addObject();
            put(node, "type", reference.type());
            put(node, "value", reference.value());
            put(node, "date", reference.date());
        });
        return json;
    }

    private static JsonNode change(Change change) {
        ObjectNode json = NODES.objectNode();
        put(json, "type", change.type().name().toLowerCase(Locale.ROOT));
        json.put("at", change.at().number());
        put(json, "when", change.when());
        put(json, "quantity", change.quantity());
        put(json, "unit", change.unit());
        put(json, "condition", change.condition() == null ? "" : Word.of(change.condition()));
        put(json, "reason", change.reason() == null ? "" : change.reason().code());
        put(json, "document", change.document());
        put(json, "documentNumber", change.documentNumber());
        put(json, "partner", change.partner());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (value != null && !value.isEmpty()) {
            json.put(name, value);
        }
    }

    /** Quantities are text, as in the lot event: a reader's binary fractions would change them. */
    private static void put(ObjectNode json, String name, BigDecimal value) {
        if (value != null) {
            json.put(name, value.toPlainString());
        }
    }
}
