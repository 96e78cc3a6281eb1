package io.lotwire.registry.walk;

import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When a lot was on a logistic unit, directly or on units that stood on it, as far as steps tell. */
final class Stay {
    private final long unit;
    private final Map<Long, Layer> layers = new HashMap<>();
    private final List<Moment> emptied = new ArrayList<>();

    Stay(long unit) {
        this.unit = unit;
    }

    /** What is told of the lot on one unit that stands on this one, or on this one itself. */
    private record Layer(List<Step> mentions, List<Moment> takenOff) {}

    private Layer layer(long inner) {
        return layers.computeIfAbsent(inner, key -> new Layer(new ArrayList<>(), new ArrayList<>()));
    }

    /** A step tells that the lot is on the unit. */
    void mention(Step step) {
        layer(step.sscc()).mentions.add(step);
    }

    /** What was on the unit was taken off, or another unit, with what is on that. */
    void takeOff(Step step) {
        if (step.when() != null) {
            (step.sscc() == unit ? emptied : layer(step.sscc()).takenOff).add(step.when());
        }
    }

    /**
     * On which units that stood on this one the lot may have been, this one itself where it was directly on it: not where it was not
     * packed yet, or was taken off and not packed again.
     */
    Set<Long> innerAt(Moment when) {
        Set<Long> inner = new LinkedHashSet<>();
        layers.forEach((sscc, layer) -> {
            boolean covers = !layer.mentions.isEmpty()
                    && (when == null
                            || (!isBeforePacking(layer, when)
                                    && !isAfterUnpacking(layer, layer.takenOff, when)
                                    && !isAfterUnpacking(layer, emptied, when)));
            if (covers) {
                inner.add(sscc);
            }
        });
        return inner;
    }

    /** Whether a step told so before. */
    boolean isToldBefore(Moment when) {
        return when != null
                && layers.values().stream()
                        .flatMap(layer -> layer.mentions.stream())
                        .anyMatch(each -> each.when() != null && when.surelyFollows(each.when()));
    }

    /** Goods that are told of on a unit for the first time when they are packed were not on it before. */
    private static boolean isBeforePacking(Layer layer, Moment when) {
        Step first = null;
        for (Step mention : layer.mentions) {
            if (mention.when() == null || when.mayFollow(mention.when())) {
                return false;
            }
            if (first == null || !mention.when().surelyFollows(first.when())) {
                first = mention;
            }
        }
        return first.type() == EventType.PACKED;
    }

    private static boolean isAfterUnpacking(Layer layer, List<Moment> takenOff, Moment when) {
        for (Moment off : takenOff) {
            boolean after = when.surelyFollows(off) && !off.mayFollow(when);
            if (after && layer.mentions.stream().noneMatch(each -> isBetween(off, each.when(), when))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(Moment off, Moment mention, Moment when) {
        return mention != null && mention.surelyFollows(off) && when.mayFollow(mention);
    }
}
