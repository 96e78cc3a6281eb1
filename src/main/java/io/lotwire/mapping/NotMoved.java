package io.lotwire.mapping;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line which says that nothing moved, or less than nothing. It gives no event, or a trace would name a customer who never had
 * the lot; it is a problem of its document, so that what was ordered and did not come is not lost.
 *
 * @param fault which of the two
 * @param message what it says
 */
public record NotMoved(MappingFault fault, String message) {
    /**
     * Looks at a statement; empty where it may be told. A stock that is counted may be nothing.
     *
     * @param event what it says that happened
     * @param quantity how much, null when not stated
     * @param signed true where a negative quantity tells which way goods went
     * @param lot the lot's code, {@code ""} when there is none
     * @param item of what item it is
     */
    public static Optional<NotMoved> of(EventType event, Quantity quantity, boolean signed, String lot, Item item) {
        int sign = quantity == null ? 1 : quantity.value().signum();
        if (sign > 0 || event == EventType.COUNTED || (sign < 0 && signed)) {
            return Optional.empty();
        }
        String what = (lot.isEmpty() ? "item" : "lot " + lot + " of item") + words(item);
        String amount = amount(quantity);
        return Optional.of(
                sign == 0
                        ? new NotMoved(
                                MappingFault.NOTHING_MOVED,
                                "Nothing of " + what + " is " + Word.of(event) + " here (" + amount
                                        + "), so the line gives no lot event.")
                        : new NotMoved(
                                MappingFault.QUANTITY_NEGATIVE,
                                "Of " + what + " " + amount + " are said to be " + Word.of(event)
                                        + ", which is less than nothing, so the line gives no lot event: ask the sender what"
                                        + " is meant."));
    }

    private static String words(Item item) {
        String ids = item.ids().stream()
                .map(id -> " " + id.value() + " (" + id.scheme() + ")")
                .collect(Collectors.joining(","));
        return (item.description().isEmpty() ? "" : " '" + item.description() + "'") + ids;
    }

    private static String amount(Quantity quantity) {
        BigDecimal ordered = quantity.ordered();
        return quantity.value().toPlainString()
                + (ordered == null ? "" : " of " + ordered.toPlainString())
                + (quantity.unit().isEmpty() ? "" : " " + quantity.unit());
    }
}
