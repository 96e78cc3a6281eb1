package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a document says to be shipped with what it says was ordered. Lines of one order and item count together: some documents
 * say at each line what was ordered with it, others what was ordered in all, and only what is short or over by both is told.
 */
final class OrderedQuantities {
    private OrderedQuantities() {}

    private record Line(String order, Item item, String unit) {}

    private static final class Sum {
        private BigDecimal shipped = BigDecimal.ZERO;
        private BigDecimal orderedInAll = BigDecimal.ZERO;
        private BigDecimal orderedMost = BigDecimal.ZERO;
        private LotEvent first;
    }

    /** The same events of one document; the first of an order that was shipped short, or with more, has an issue. */
    static List<LotEvent> doubted(List<LotEvent> events) {
        if (events.stream().noneMatch(OrderedQuantities::saysWhatWasOrdered)) {
            return events;
        }
        IdentityHashMap<LotEvent, Issue> doubts = new IdentityHashMap<>();
        sums(events).forEach((line, sum) -> {
            if (sum.first != null && sum.shipped.compareTo(sum.orderedMost) < 0) {
                doubts.put(sum.first, doubt(IssueCode.QUANTITY_SHORT, line, sum.shipped, sum.orderedMost));
            } else if (sum.first != null && sum.shipped.compareTo(sum.orderedInAll) > 0) {
                doubts.put(sum.first, doubt(IssueCode.QUANTITY_OVER, line, sum.shipped, sum.orderedInAll));
            }
        });
        List<LotEvent> doubted = new ArrayList<>(events.size());
        for (LotEvent event : events) {
            Issue doubt = doubts.get(event);
            doubted.add(doubt == null ? event : event.enriched(event.item(), event.lot(), List.of(doubt)));
        }
        return doubted;
    }

    private static Map<Line, Sum> sums(List<LotEvent> events) {
        Map<Line, Sum> sums = new LinkedHashMap<>();
        for (LotEvent event : events) {
            Quantity quantity = event.quantity();
            if (quantity == null || event.type() != EventType.SHIPPED || event.purpose() == Purpose.CANCEL) {
                continue;
            }
            Item item = event.item().gtin() == null
                    ? new Item(null, event.item().ids(), "")
                    : new Item(event.item().gtin(), List.of(), "");
            Sum sum = sums.computeIfAbsent(new Line(event.order(), item, quantity.unit()), line -> new Sum());
            sum.shipped = sum.shipped.add(quantity.value());
            if (quantity.ordered() != null) {
                sum.orderedInAll = sum.orderedInAll.add(quantity.ordered());
                sum.orderedMost = sum.orderedMost.max(quantity.ordered());
                sum.first = sum.first == null ? event : sum.first;
            }
        }
        return sums;
    }

    private static boolean saysWhatWasOrdered(LotEvent event) {
        return event.type() == EventType.SHIPPED
                && event.quantity() != null
                && event.quantity().ordered() != null;
    }

    private static Issue doubt(IssueCode code, Line line, BigDecimal shipped, BigDecimal ordered) {
        return new Issue(
                code,
                Severity.WARNING,
                words(shipped, line.unit) + " are shipped of " + words(ordered, line.unit) + " that were ordered"
                        + (line.order.isEmpty() ? "" : " by " + line.order) + ", of " + ItemWords.of(line.item)
                        + (code == IssueCode.QUANTITY_SHORT
                                ? "; ask when the rest comes."
                                : "; ask whether all of it is wanted."));
    }

    private static String words(BigDecimal quantity, String unit) {
        return (quantity.toPlainString() + " " + unit).strip();
    }
}
