package io.lotwire.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.Difference;
import io.lotwire.registry.balance.FefoViolation;
import java.util.List;

/** What is answered to where documents do not agree. */
public sealed interface ReconcileAnswer {
    /** No lot is known that was asked for. */
    record NoLots() implements ReconcileAnswer {}

    /** More than {@link ReconcileQuestion#MOST_LOTS} were asked for. */
    record TooManyLots() implements ReconcileAnswer {}

    /**
     * Lots were compared.
     *
     * @param lots how many
     * @param differences where documents do not agree
     * @param violations which lots were shipped out of turn
     */
    record Compared(int lots, List<Difference> differences, List<FefoViolation> violations) implements ReconcileAnswer {
        public Compared {
            differences = List.copyOf(differences);
            violations = List.copyOf(violations);
        }

        /** Whether documents explain all. */
        public boolean isExplained() {
            return differences.stream().allMatch(Difference::isExplained) && violations.isEmpty();
        }

        /** As one JSON object. */
        public ObjectNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("lots", lots);
            ArrayNode all = node.putArray("differences");
            differences.forEach(each -> all.add(BalanceJson.of(each)));
            ArrayNode outOfTurn = node.putArray("fefoViolations");
            violations.forEach(each -> outOfTurn.add(BalanceJson.of(each)));
            return node;
        }
    }
}
