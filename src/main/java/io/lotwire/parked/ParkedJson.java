package io.lotwire.parked;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.StoredProblem;

/** Parked things as JSON. */
public final class ParkedJson {
    private ParkedJson() {}

    /** One, for a list. */
    public static ObjectNode of(ParkedThing thing) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", thing.id().toString());
        node.put("partner", thing.partner());
        node.put("what", thing.what());
        if (thing.inboxId() > 0) {
            node.put("inbox", thing.inboxId());
        }
        node.put("cause", thing.cause().code().name());
        node.put("reason", thing.cause().sentence());
        node.put("since", thing.since().toString());
        if (thing.dismissed()) {
            node.put("dismissed", true);
        }
        return node;
    }

    /** One with all that is known of it. */
    public static ObjectNode of(ParkedDetail detail) {
        ObjectNode node = of(detail.thing());
        Remedy remedy = Remedy.of(detail.thing().cause().code());
        node.put("remedy", remedy.words());
        node.put("releases", remedy.releases());
        ArrayNode problems = node.putArray("problems");
        for (StoredProblem problem : detail.problems()) {
            problems.addObject()
                    .put("code", problem.code())
                    .put("severity", problem.severity())
                    .put("place", problem.place())
                    .put("message", problem.message());
        }
        ArrayNode steps = node.putArray("steps");
        for (ParkedStep step : detail.steps()) {
            ObjectNode each = steps.addObject();
            each.put("did", ParkedText.did(step));
            each.put("at", step.at().toString());
            each.put("by", step.by());
            if (!step.note().isEmpty()) {
                each.put("note", step.note());
            }
        }
        return node;
    }
}
