package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import io.lotwire.recall.Notice;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallJson;

/** A recall as JSON. */
final class RecallReport {
    private RecallReport() {}

    static ObjectNode json(Recall recall) {
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
