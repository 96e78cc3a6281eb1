package io.lotwire.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.ExpiringStock;
import java.util.List;

/**
 * What expires.
 *
 * @param within in so many days
 * @param stock what does, what expires first first
 */
public record ExpiringAnswer(int within, List<ExpiringStock> stock) {
    public ExpiringAnswer {
        stock = List.copyOf(stock);
    }

    /** As one JSON object. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("within", within);
        ArrayNode all = node.putArray("stock");
        stock.forEach(each -> all.add(BalanceJson.of(each)));
        return node;
    }
}
