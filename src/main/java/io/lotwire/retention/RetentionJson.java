package io.lotwire.retention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Retention as JSON. */
public final class RetentionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RetentionJson() {}

    /** What is kept, and what is held. */
    public static ObjectNode of(List<Retained> partners, List<LegalHold> holds) {
        ObjectNode node = NODES.objectNode();
        ArrayNode kept = node.putArray("partners");
        partners.forEach(each -> kept.add(of(each)));
        ArrayNode held = node.putArray("holds");
        holds.forEach(each -> held.add(of(each)));
        return node;
    }

    private static ObjectNode of(Retained retained) {
        ObjectNode node = NODES.objectNode();
        node.put("partner", retained.partner());
        node.put("kept", retained.retention().words());
        node.set("received", of(retained.received()));
        node.set("sent", of(retained.sent()));
        return node;
    }

    private static ObjectNode of(Retained.Counted counted) {
        ObjectNode node = NODES.objectNode();
        node.put("documents", counted.documents());
        node.put("bytes", counted.bytes());
        counted.oldest().ifPresent(oldest -> node.put("oldest", oldest.toString()));
        node.put("past", counted.past());
        node.put("held", counted.held());
        node.put("purged", counted.purged());
        return node;
    }

    /** An order to keep bytes. */
    public static ObjectNode of(LegalHold hold) {
        ObjectNode node = NODES.objectNode();
        node.put("hold", hold.id());
        if (hold.scope() instanceof LegalHold.OfPartner of) {
            node.put("partner", of.partner());
        } else if (hold.scope() instanceof LegalHold.OfLot of) {
            node.put("lot", of.code());
            of.gtin().ifPresent(gtin -> node.put("gtin", gtin));
        } else {
            node.put("everything", true);
        }
        node.put("why", hold.why());
        if (!hold.reference().isEmpty()) {
            node.put("reference", hold.reference());
        }
        node.put("by", hold.by());
        node.put("since", hold.since().toString());
        hold.ended().ifPresent(ended -> {
            node.put("until", ended.at().toString());
            node.put("endedBy", ended.by());
            node.put("endedWhy", ended.why());
        });
        return node;
    }

    /** What a purge let go. */
    public static ObjectNode of(Purged purged) {
        ObjectNode node = NODES.objectNode();
        node.put("received", purged.received());
        node.put("sent", purged.sent());
        node.put("bytes", purged.bytes());
        node.put("held", purged.held());
        node.put("files", purged.files());
        purged.suspended().ifPresent(why -> node.put("suspended", why));
        return node;
    }
}
