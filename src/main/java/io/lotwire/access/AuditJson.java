package io.lotwire.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of the audit as JSON. */
public final class AuditJson {
    private AuditJson() {}

    /** One; what is empty is left out. It begins with its number, {@code audit}. */
    public static ObjectNode of(AuditRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("audit", row.id());
        node.put("at", row.at().toString());
        put(node, "actorKind", row.actorKind());
        put(node, "actor", row.actor());
        put(node, "actorId", row.actorId());
        put(node, "role", row.role());
        put(node, "address", row.address());
        put(node, "did", row.did());
        put(node, "subjectKind", row.subjectKind());
        put(node, "subject", row.subject());
        put(node, "partner", row.partner());
        row.before().ifPresent(before -> node.set("before", before));
        row.after().ifPresent(after -> node.set("after", after));
        put(node, "why", row.why());
        put(node, "request", row.request());
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
