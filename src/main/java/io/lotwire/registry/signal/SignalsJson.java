package io.lotwire.registry.signal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import java.util.List;

/** Signals and lots at risk as one JSON object. */
public final class SignalsJson {
    private SignalsJson() {}

    /** The object, indented. */
    public static String of(Signals signals, List<LotAtRisk> lots) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("comparisons", signals.comparisons());
        ArrayNode told = json.putArray("signals");
        signals.signals().forEach(signal -> write(signal, told.addObject()));
        ArrayNode atRisk = json.putArray("lotsAtRisk");
        lots.forEach(lot -> write(lot, signals.signals(), atRisk.addObject()));
        return json.toPrettyString();
    }

    private static void write(Signal signal, ObjectNode json) {
        json.put("kind", Word.of(signal.subject().kind()));
        json.put("from", signal.subject().from());
        if (signal.subject().kind() == Subject.Kind.LANE) {
            json.put("to", signal.subject().to());
        }
        json.put("trouble", Word.of(signal.trouble()));
        json.put("lots", signal.lots());
        json.put("troubled", signal.troubled());
        json.put("expectedLow", signal.expectedLow());
        json.put("expectedHigh", signal.expectedHigh());
        json.put("chance", signal.chance());
    }

    private static void write(LotAtRisk lot, List<Signal> signals, ObjectNode json) {
        json.put("lot", lot.code());
        if (!lot.gtin().isEmpty()) {
            json.put("gtin", lot.gtin());
        }
        if (!lot.description().isEmpty()) {
            json.put("description", lot.description());
        }
        json.put("score", lot.score());
        ArrayNode own = json.putArray("own");
        lot.own().forEach(trouble -> own.add(Word.of(trouble)));
        ArrayNode reasons = json.putArray("signals");
        lot.signals().forEach(signal -> reasons.add(signals.indexOf(signal)));
    }
}
