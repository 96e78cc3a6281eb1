package io.lotwire.recall;

import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import io.lotwire.registry.walk.Flow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How much of a lot went from one party to another. A shipment and the receipt that answers it are the same goods: of what came the receipt
 * counts, of what left the shipment. Where it is not known which receipt answers which shipment, the greater of both counts.
 */
final class Leg {
    private final Function<Flow, List<Amount>> amounts;
    private boolean complete = true;

    /** @param amounts how much a flow is, by its units */
    Leg(Function<Flow, List<Amount>> amounts) {
        this.amounts = amounts;
    }

    /** False where some document left a quantity out, of all that was asked so far. */
    boolean isComplete() {
        return complete;
    }

    /** How much came, by unit, of these flows of one lot from one party to another. */
    Map<String, BigDecimal> came(List<Flow> flows) {
        return moved(flows, true);
    }

    /** How much left, likewise. */
    Map<String, BigDecimal> left(List<Flow> flows) {
        return moved(flows, false);
    }

    private Map<String, BigDecimal> moved(List<Flow> flows, boolean byReceipts) {
        Set<Moment> answered = new HashSet<>();
        flows.stream().filter(Leg::isAnswered).forEach(flow -> answered.add(flow.leaves()));
        List<Flow> answers = flows.stream()
                .filter(flow -> isReceipt(flow) && answered.contains(flow.leaves()))
                .toList();
        List<Flow> shipments = only(flows, Leg::isAnswered);
        boolean receiptsCount = !answers.isEmpty() && (byReceipts || shipments.isEmpty());
        Map<String, BigDecimal> moved = sums(receiptsCount ? answers : shipments);
        Map<String, BigDecimal> sent = sums(only(flows, flow -> !isReceipt(flow) && !isAnswered(flow)));
        Map<String, BigDecimal> received =
                sums(only(flows, flow -> isReceipt(flow) && !answered.contains(flow.leaves())));
        Map<String, BigDecimal> open = new HashMap<>(sent);
        received.forEach((unit, quantity) -> open.merge(unit, quantity, BigDecimal::max));
        open.forEach((unit, quantity) -> moved.merge(unit, quantity, BigDecimal::add));
        return moved;
    }

    private static List<Flow> only(List<Flow> flows, Predicate<Flow> which) {
        return flows.stream().filter(which).toList();
    }

    private static boolean isReceipt(Flow flow) {
        return flow.step().type() == EventType.RECEIVED;
    }

    private static boolean isAnswered(Flow flow) {
        return !isReceipt(flow) && flow.arrives() != null;
    }

    private Map<String, BigDecimal> sums(List<Flow> flows) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Flow flow : flows) {
            for (Amount amount : amounts.apply(flow)) {
                complete &= amount.quantity() != null;
                sums.merge(
                        amount.unit(),
                        amount.quantity() == null ? BigDecimal.ZERO : amount.quantity(),
                        BigDecimal::add);
            }
        }
        return sums;
    }
}
