package io.lotwire.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import java.util.List;
import java.util.Optional;

/** A recall that is kept, as JSON: how far it is, who answered, and every step. */
public final class RecallReport {
    private RecallReport() {}

    /** Several as one JSON array. */
    public static ArrayNode json(List<Recall> recalls) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        recalls.forEach(recall -> array.add(json(recall)));
        return array;
    }

    /**
     * One with what has come to light.
     *
     * @param since that, as {@link KnownSince} tells it
     * @param then what was affected, as it was known when it was opened; empty where that is not asked for
     */
    public static ObjectNode json(Recall recall, List<String> since, Optional<Affected> then) {
        ObjectNode node = json(recall);
        ArrayNode lines = node.putArray("since");
        since.forEach(lines::add);
        then.ifPresent(affected -> node.set("affected", RecallJson.object(affected)));
        return node;
    }

    /** One. */
    public static ObjectNode json(Recall recall) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("recall", recall.id())
                .put("drill", recall.drill())
                .put("reason", recall.reason())
                .put("contact", recall.contact())
                .put("openedBy", recall.openedBy())
                .put("openedAt", recall.openedAt().toString());
        recall.closedAt().ifPresent(at -> node.put("closedAt", at.toString()));
        node.put("affectedSha256", recall.affectedSha256());
        node.set("scope", RecallJson.object(recall.scope()));
        ArrayNode notices = node.putArray("notices");
        recall.notices().forEach(notice -> notices.add(notice(recall, notice)));
        ArrayNode events = node.putArray("events");
        for (Recall.Event event : recall.events()) {
            events.addObject()
                    .put("did", Word.of(event.did()))
                    .put("at", event.at().toString())
                    .put("by", event.by())
                    .put("about", event.about())
                    .put("note", event.note());
        }
        return node;
    }

    private static ObjectNode notice(Recall recall, Notice notice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", notice.name())
                .put("partner", notice.partner())
                .put("state", Word.of(notice.state(recall.drill())))
                .put("sure", notice.sure())
                .put("telephone", notice.telephone())
                .put("as", notice.format())
                .put("over", notice.wire())
                .put("overdue", notice.overdue());
        notice.answerBy().ifPresent(by -> node.put("answerBy", by.toString()));
        notice.answeredAt().ifPresent(at -> node.put("answeredAt", at.toString()));
        ArrayNode sendings = node.putArray("sent");
        for (Notice.Sending sending : notice.sendings()) {
            sendings.addObject()
                    .put("delivery", sending.delivery())
                    .put("reminder", sending.ordinal())
                    .put("state", Word.of(sending.state()))
                    .put("words", sending.confirmation());
        }
        return node;
    }
}
