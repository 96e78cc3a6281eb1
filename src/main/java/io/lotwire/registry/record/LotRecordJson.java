package io.lotwire.registry.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of lots as JSON; what is absent is left out. */
public final class LotRecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LotRecordJson() {}

    /** Records as one JSON object, indented. */
    public static String of(List<LotRecord> lots) {
        ObjectNode json = NODES.objectNode();
        ArrayNode all = json.putArray("lots");
        lots.forEach(lot -> all.add(node(lot)));
        return json.toPrettyString();
    }

    private static ObjectNode node(LotRecord lot) {
        ObjectNode json = NODES.objectNode();
        for (Fact fact : RecordKind.LOT.facts()) {
            lot.known().fact(fact.name()).ifPresent(kept -> {
                if (fact.type().isList()) {
                    ArrayNode entries = json.putArray(fact.jsonName());
                    Listed.ofJson(kept).forEach(entries::add);
                } else {
                    json.put(fact.jsonName(), fact.type().written(kept));
                }
            });
        }
        lot.expiry()
                .filter(Expiry::isDerived)
                .ifPresent(expiry -> json.put("expiresDerived", expiry.day().toString()));
        put(json, "attributes", new TreeMap<>(lot.known().attributes()));
        put(json, "codeParts", lot.parts());
        ArrayNode statements = json.putArray("statements");
        lot.statements().forEach(each -> statements
                .addObject()
                .put("field", each.field())
                .put("value", each.value())
                .put("by", each.by())
                .put("since", each.since().toString()));
        ArrayNode statuses = json.putArray("statuses");
        lot.statuses().forEach(each -> statuses.add(status(each)));
        ArrayNode changes = json.putArray("changes");
        lot.changes().forEach(each -> {
            ObjectNode change =
                    changes.addObject().put("at", each.at().toString()).put("by", each.by());
            put(change, "why", each.why());
            put(change, "field", each.field());
            put(change, "before", each.before());
            put(change, "after", each.after());
        });
        return json;
    }

    private static ObjectNode status(LotStatus status) {
        ObjectNode json = NODES.objectNode()
                .put("status", status.kind().word())
                .put("since", status.since().toString())
                .put("by", status.by())
                .put("why", status.why());
        put(json, "reference", status.reference());
        status.ended().ifPresent(ended -> json.putObject("ended")
                .put("at", ended.at().toString())
                .put("by", ended.by())
                .put("why", ended.why()));
        return json;
    }

    private static void put(ObjectNode json, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode object = json.putObject(name);
            texts.forEach(object::put);
        }
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
