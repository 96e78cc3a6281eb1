package io.lotwire.registry.walk;

import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the steps of logistic units that a lot took part in, because it was on them, or on units that they held. */
final class CarriedSteps {
    private final UnitSteps units;
    private final Map<Long, Stay> stays = new HashMap<>();
    private final Deque<Long> open = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();

    private CarriedSteps(UnitSteps units) {
        this.units = units;
    }

    /**
     * A step that took a lot along.
     *
     * @param step what is told of a unit
     * @param holders the units that the lot was on directly
     * @param sure whether it was told before that it was on them
     */
    record Carried(Step step, Set<Long> holders, boolean sure) {}

    /** The steps that a lot with these steps of its own was carried by. */
    static List<Carried> of(List<Step> own, UnitSteps units) {
        CarriedSteps carried = new CarriedSteps(units);
        own.forEach(carried::place);
        return carried.found();
    }

    private void place(Step step) {
        if (step.type() == EventType.UNPACKED) {
            takeOff(step);
            return;
        }
        stay(step.sscc(), step);
        stay(step.parent(), step);
    }

    private void stay(long unit, Step step) {
        if (unit != Step.NONE) {
            stays.computeIfAbsent(unit, Stay::new).mention(step);
            if (seen.add(unit)) {
                open.add(unit);
            }
        }
    }

    /** Of a unit on another one, it is the unit that was taken off; else what was on it. */
    private void takeOff(Step step) {
        long unit = step.parent() == Step.NONE ? step.sscc() : step.parent();
        if (unit != Step.NONE) {
            stays.computeIfAbsent(unit, Stay::new).takeOff(step);
        }
    }

    private List<Carried> found() {
        List<Step> steps = new ArrayList<>();
        while (!open.isEmpty()) {
            long unit = open.remove();
            List<Step> ofUnit = units.of(unit);
            ofUnit.stream().filter(step -> step.type() == EventType.UNPACKED).forEach(this::takeOff);
            for (Step step : ofUnit) {
                steps.add(step);
                if (step.type() != EventType.UNPACKED
                        && step.parent() != Step.NONE
                        && !holders(unit, step.when()).isEmpty()) {
                    stay(step.parent(), step);
                }
            }
        }
        List<Carried> found = new ArrayList<>();
        for (Step step : steps) {
            Set<Long> holders = holders(step.sscc(), step.when());
            if (!holders.isEmpty()) {
                found.add(new Carried(step, holders, stays.get(step.sscc()).isToldBefore(step.when())));
            }
        }
        return found;
    }

    /** The units on a unit that the lot was on directly. Documents may say that units hold each other. */
    private Set<Long> holders(long unit, Moment when) {
        Set<Long> holders = new LinkedHashSet<>();
        Set<Long> looked = new HashSet<>(Set.of(unit));
        Deque<Long> next = new ArrayDeque<>(looked);
        while (!next.isEmpty()) {
            long outer = next.remove();
            for (long inner : stays.get(outer).innerAt(when)) {
                if (inner == outer) {
                    holders.add(inner);
                } else if (stays.containsKey(inner) && looked.add(inner)) {
                    next.add(inner);
                }
            }
        }
        return holders;
    }
}
