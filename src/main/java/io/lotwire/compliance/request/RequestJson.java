package io.lotwire.compliance.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Requests for programs, each with every step. */
public final class RequestJson {
    private RequestJson() {}

    /** Several as one JSON array. */
    public static ArrayNode of(List<Request> requests, Instant now) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        requests.forEach(request -> array.add(of(request, now)));
        return array;
    }

    /** One as a JSON object: {@code minutesLeft} while it is open, negative when it is late. */
    public static ObjectNode of(Request request, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("request", request.id())
                .put("askedBy", request.askedBy())
                .put("what", request.what())
                .put("selection", request.selection().words())
                .put("openedAt", request.openedAt().toString())
                .put("dueAt", request.dueAt().toString());
        request.closedAt()
                .ifPresentOrElse(
                        at -> json.put("closedAt", at.toString()),
                        () -> json.put(
                                "minutesLeft",
                                Duration.between(now, request.dueAt()).toMinutes()));
        ArrayNode steps = json.putArray("steps");
        request.steps().forEach(step -> add(steps.addObject(), step));
        return json;
    }

    private static void add(ObjectNode json, Request.Step step) {
        json.put("did", Word.of(step.did()))
                .put("by", step.by())
                .put("at", step.at().toString());
        if (!step.note().isEmpty()) {
            json.put("note", step.note());
        }
        if (!step.sha256().isEmpty()) {
            json.put("sha256", step.sha256());
        }
    }
}
