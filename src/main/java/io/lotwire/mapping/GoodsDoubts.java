package io.lotwire.mapping;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.util.List;

/** Doubts about goods, however they were read: none can tell what item they are, or how they can be so few. */
public final class GoodsDoubts {
    private GoodsDoubts() {}

    /**
     * Adds them.
     *
     * @param event what happened to the goods
     * @param quantity how many they are, null when not stated
     * @param hasLot true when their lot is stated
     */
    public static void add(EventType event, Item item, Quantity quantity, boolean hasLot, List<Issue> issues) {
        int sign = quantity == null ? 1 : quantity.value().signum();
        if (!hasLot && sign != 0) {
            issues.add(doubt(IssueCode.LOT_MISSING, "The document states no lot for this item."));
        }
        if (item.gtin() == null && item.ids().isEmpty()) {
            issues.add(doubt(
                    IssueCode.ITEM_MISSING,
                    "The document states no product number for these goods, so nobody can tell what item they are: ask the"
                            + " sender to state it."));
        }
        if (event == EventType.COUNTED && sign < 0) {
            issues.add(doubt(
                    IssueCode.QUANTITY_NEGATIVE,
                    "The stock is stated as " + quantity.value().toPlainString()
                            + ", which is less than nothing: ask the sender what is meant."));
        }
    }

    private static Issue doubt(IssueCode code, String message) {
        return new Issue(code, Severity.WARNING, message);
    }
}
