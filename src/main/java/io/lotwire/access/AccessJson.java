package io.lotwire.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Accounts, sessions and keys as JSON, for the command line, for programs and for the audit: never with a secret. */
public final class AccessJson {
    private AccessJson() {}

    /** An account. */
    public static ObjectNode of(Account account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", account.id());
        node.put("name", account.name());
        node.put("title", account.title());
        put(node, account.grant());
        if (account.mustChange()) {
            node.put("mustChangePassword", true);
        }
        account.signedInAt().ifPresent(at -> node.put("signedInAt", at.toString()));
        node.put("madeAt", account.madeAt().toString());
        node.put("madeBy", account.madeBy());
        account.ended().ifPresent(ended -> put(node, ended));
        return node;
    }

    /** A session. */
    public static ObjectNode of(Session session) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", session.id());
        node.put("account", session.account().name());
        node.put("madeAt", session.madeAt().toString());
        node.put("seenAt", session.seenAt().toString());
        node.put("endsAt", session.endsAt().toString());
        node.put("address", session.address());
        node.put("browser", session.browser());
        return node;
    }

    /** A key. */
    public static ObjectNode of(ApiKey key) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", key.id());
        node.put("system", key.system());
        put(node, key.grant());
        node.put("endsOn", key.endsOn().toString());
        node.put("madeAt", key.madeAt().toString());
        node.put("madeBy", key.madeBy());
        key.usedOn().ifPresent(day -> node.put("usedOn", day.toString()));
        key.ended().ifPresent(ended -> put(node, ended));
        return node;
    }

    /** What is allowed. */
    static ObjectNode of(Grant grant) {
        return put(JsonNodeFactory.instance.objectNode(), grant);
    }

    private static ObjectNode put(ObjectNode node, Grant grant) {
        node.put("role", grant.role().word());
        if (!grant.partner().isEmpty()) {
            node.put("partner", grant.partner());
        }
        return node.put("payloads", grant.payloads());
    }

    private static void put(ObjectNode node, Account.Ended ended) {
        node.put("endedAt", ended.at().toString());
        node.put("endedBy", ended.by());
    }
}
