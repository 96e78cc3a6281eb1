package io.lotwire.registry.balance;

import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import io.lotwire.registry.walk.Step;
import io.lotwire.registry.walk.Telling;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of a lot is on logistic units, as the steps that name both tell it. */
final class UnitContents {
    private static final Comparator<Step> IN_TIME = Comparator.comparing(
                    UnitContents::begins, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
            .thenComparingLong(Step::seq);

    private final Map<Long, List<Step>> byUnit = new HashMap<>();

    /** Takes note of what is told of a lot. */
    UnitContents(List<Telling> tellings) {
        for (Telling telling : tellings) {
            Step step = telling.step();
            if (telling.own() && step.sscc() != Step.NONE) {
                byUnit.computeIfAbsent(step.sscc(), key -> new ArrayList<>()).add(step);
            }
        }
        byUnit.values().forEach(steps -> steps.sort(IN_TIME));
    }

    /**
     * A part of what is on a unit.
     *
     * @param step the step that tells it
     * @param takesOff whether it was taken off
     */
    record Part(Step step, boolean takesOff) {}

    /**
     * What was on a unit: what was packed onto it and not taken off, else what the last document before, or the first one after, says.
     *
     * @param when when; null for some time
     */
    List<Part> at(long sscc, Moment when) {
        List<Step> all = byUnit.getOrDefault(sscc, List.of());
        List<Step> before = all.stream().filter(step -> isNotAfter(step, when)).toList();
        List<Part> packed = packed(before);
        if (!packed.isEmpty()) {
            return packed;
        }
        List<Step> stating = stating(before);
        if (!stating.isEmpty()) {
            return together(stating, stating.get(stating.size() - 1));
        }
        List<Step> later = stating(all);
        return later.isEmpty() ? List.of() : together(later, later.get(0));
    }

    private static LocalDateTime begins(Step step) {
        return step.when() == null ? null : step.when().begins();
    }

    private static boolean isNotAfter(Step step, Moment when) {
        return when == null || step.when() == null || when.mayFollow(step.when());
    }

    private static List<Part> packed(List<Step> before) {
        List<Part> parts = new ArrayList<>();
        for (Step step : before) {
            boolean takesOff = step.type() == EventType.UNPACKED;
            boolean made = step.run() != Step.NONE && step.output();
            if (takesOff && step.quantity() == null) {
                parts.clear();
            } else if (step.quantity() != null
                    && (step.type() == EventType.PACKED || made || (takesOff && !parts.isEmpty()))) {
                parts.add(new Part(step, takesOff));
            }
        }
        return parts;
    }

    private static List<Step> stating(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.quantity() != null && states(step.type()))
                .toList();
    }

    private static boolean states(EventType type) {
        return type == EventType.SHIPPED
                || type == EventType.RECEIVED
                || type == EventType.RETURNED
                || type == EventType.MOVED
                || type == EventType.COUNTED;
    }

    /** All that the document of a step says of what is on the unit. */
    private static List<Part> together(List<Step> stating, Step one) {
        return stating.stream()
                .filter(step -> step.setId() == one.setId() && step.type() == one.type())
                .map(step -> new Part(step, false))
                .toList();
    }
}
