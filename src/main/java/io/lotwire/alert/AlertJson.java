package io.lotwire.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import java.util.List;

/** Alerts as JSON, with the type, the timestamp and the data that Standard Webhooks proposes. */
public final class AlertJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlertJson() {}

    /**
     * What is sent.
     *
     * @param doubts its doubts, or the first of them
     * @param step which step it is told by, from 1
     */
    static String message(Alert alert, List<Doubt> doubts, int step) {
        ObjectNode message = NODES.objectNode();
        message.put("type", "lot.alert");
        message.put("timestamp", alert.openedAt().toString());
        ObjectNode data = of(alert);
        data.put("step", step);
        data.set("doubts", doubts(doubts));
        message.set("data", data);
        return message.toPrettyString() + "\n";
    }

    /** An alert. */
    public static ObjectNode of(Alert alert) {
        ObjectNode node = NODES.objectNode();
        node.put("alert", alert.id());
        node.put("rule", alert.rule());
        node.put("state", Word.of(alert.state()));
        node.put("openedAt", alert.openedAt().toString());
        node.put("subject", alert.subject().words());
        if (!alert.subject().document().isEmpty()) {
            ObjectNode document = node.putObject("document");
            document.put("type", alert.subject().document());
            if (!alert.subject().documentNumber().isEmpty()) {
                document.put("number", alert.subject().documentNumber());
            }
            if (!alert.subject().partner().isEmpty()) {
                document.put("partner", alert.subject().partner());
            }
        }
        ArrayNode codes = node.putArray("codes");
        alert.codes().forEach(codes::add);
        node.put("doubtCount", alert.doubts());
        return node;
    }

    /** An alert with all that is known of it. */
    public static ObjectNode of(Alert alert, List<Doubt> doubts, List<Alert.Step> steps, List<Alert.Event> events) {
        ObjectNode node = of(alert);
        node.set("doubts", doubts(doubts));
        ArrayNode told = node.putArray("tell");
        for (Alert.Step step : steps) {
            ObjectNode each = told.addObject();
            each.put("partner", step.partner());
            each.put("over", step.wire());
            each.put("as", step.format());
            each.put("dueAt", step.dueAt().toString());
            if (step.delivery() > 0) {
                each.put("delivery", step.delivery());
                each.put("delivered", step.delivered());
            }
        }
        ArrayNode done = node.putArray("events");
        for (Alert.Event event : events) {
            ObjectNode each = done.addObject();
            each.put("did", Word.of(event.did()));
            each.put("at", event.at().toString());
            each.put("by", event.by());
            if (!event.note().isEmpty()) {
                each.put("note", event.note());
            }
        }
        return node;
    }

    private static ArrayNode doubts(List<Doubt> doubts) {
        ArrayNode array = NODES.arrayNode();
        for (Doubt doubt : doubts) {
            ObjectNode each = array.addObject();
            each.put("code", doubt.code());
            if (!doubt.lot().isEmpty()) {
                each.put("lot", doubt.lot());
            }
            if (!doubt.gtin().isEmpty()) {
                each.put("gtin", doubt.gtin());
            }
            each.put("message", doubt.message());
        }
        return array;
    }
}
