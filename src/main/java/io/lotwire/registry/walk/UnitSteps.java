package io.lotwire.registry.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps of logistic units that name no lot: a pallet that goes on as a whole takes its lots with it. */
final class UnitSteps {
    private final Map<Long, List<Step>> byUnit = new HashMap<>();

    /** The units of some steps, and those that hold them, of which nothing is known here yet. */
    Set<Long> unknown(Collection<Step> steps) {
        Set<Long> unknown = new HashSet<>();
        for (Step step : steps) {
            add(step.sscc(), unknown);
            add(step.parent(), unknown);
        }
        return unknown;
    }

    private void add(long unit, Set<Long> unknown) {
        if (unit != Step.NONE && !byUnit.containsKey(unit)) {
            unknown.add(unit);
        }
    }

    /** Learns all steps of some units. */
    void learn(Set<Long> units, List<Step> steps) {
        units.forEach(unit -> byUnit.put(unit, new ArrayList<>()));
        steps.forEach(step -> byUnit.get(step.sscc()).add(step));
    }

    /** Those of a unit. */
    List<Step> of(long unit) {
        return byUnit.getOrDefault(unit, List.of());
    }
}
