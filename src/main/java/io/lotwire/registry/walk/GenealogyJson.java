package io.lotwire.registry.walk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A genealogy as JSON: lots and parties have numbers by which runs and ways name them. What is absent is left out. */
public final class GenealogyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GenealogyJson() {}

    /** One JSON object. */
    public static ObjectNode of(Genealogy genealogy) {
        ObjectNode json = NODES.objectNode();
        json.put("more", genealogy.more());
        ArrayNode parties = json.putArray("parties");
        new TreeMap<>(genealogy.parties()).values().forEach(party -> parties.add(party(party)));
        ArrayNode lots = json.putArray("lots");
        lots.add(lot(genealogy.root()));
        genealogy.lots().forEach(relative -> lots.add(relative(relative)));
        ArrayNode runs = json.putArray("runs");
        genealogy.runs().forEach(run -> runs.add(run(run)));
        return json;
    }

    private static ObjectNode party(TracedParty party) {
        ObjectNode json = NODES.objectNode();
        json.put("number", party.number());
        put(json, "name", party.name());
        put(json, "gln", party.gln());
        return json;
    }

    private static ObjectNode lot(LotName lot) {
        ObjectNode json = NODES.objectNode();
        json.put("number", lot.id());
        put(json, "code", lot.code());
        put(json, "gtin", lot.gtin());
        put(json, "description", lot.description());
        return json;
    }

    private static ObjectNode relative(Genealogy.Relative relative) {
        ObjectNode json = lot(relative.lot());
        json.put("depth", relative.depth());
        json.put("sure", relative.sure());
        ArrayNode ways = json.putArray("ways");
        relative.ways().entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().step().seq()))
                .forEach(each -> {
                    Flow flow = each.getKey();
                    ObjectNode way = ways.addObject();
                    way.put("type", Word.of(flow.step().type()));
                    putPlace(way, "from", flow.from());
                    putPlace(way, "to", flow.to());
                    putTime(way, flow.step().when());
                    putSscc(way, flow.step().sscc());
                    putAmount(way, flow.step());
                    way.put("sure", each.getValue());
                });
        return json;
    }

    private static ObjectNode run(Genealogy.RunOnTrail run) {
        ObjectNode json = NODES.objectNode();
        json.put("partner", run.run().partner());
        json.put("run", run.run().number());
        putPlace(json, "at", run.place());
        uses(json.putArray("inputs"), run.inputs());
        uses(json.putArray("outputs"), run.outputs());
        return json;
    }

    private static void uses(ArrayNode array, Map<Use, Boolean> uses) {
        uses.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().step().seq()))
                .forEach(each -> {
                    ObjectNode json = array.addObject();
                    json.put("lot", each.getKey().lot());
                    putTime(json, each.getKey().step().when());
                    putAmount(json, each.getKey().step());
                    json.put("sure", each.getValue());
                });
    }

    private static void putPlace(ObjectNode json, String name, int place) {
        if (place != Places.NOWHERE) {
            json.put(name, place);
        }
    }

    private static void putTime(ObjectNode json, Moment when) {
        if (when != null) {
            json.put("when", when.begins().toString());
            json.put("until", when.ends().toString());
        }
    }

    private static void putSscc(ObjectNode json, long sscc) {
        if (sscc != Step.NONE) {
            json.put("sscc", String.format(Locale.ROOT, "%018d", sscc));
        }
    }

    private static void putAmount(ObjectNode json, Step step) {
        BigDecimal quantity = step.quantity();
        if (quantity != null) {
            json.put("quantity", quantity.toPlainString());
            put(json, "unit", step.unit());
        }
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
