package io.lotwire.recall;

import io.lotwire.registry.walk.Flow;
import io.lotwire.registry.walk.Reach;
import io.lotwire.registry.walk.ReachedLot;
import io.lotwire.registry.walk.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How much each flow of a trail is: as it says, or where it names a logistic unit alone, as much as was told to be on that. */
final class TrailAmounts {
    private final Map<TrailFacts.OnUnit, List<Amount>> held;

    private TrailAmounts(Map<TrailFacts.OnUnit, List<Amount>> held) {
        this.held = held;
    }

    static TrailAmounts of(TrailFacts facts, Reach reach) {
        Set<Long> lots = new TreeSet<>();
        Set<Long> units = new TreeSet<>();
        for (ReachedLot lot : reach.lots()) {
            for (Flow flow : lot.flows().keySet()) {
                if (isOfUnit(flow)) {
                    lots.add(lot.lot());
                    units.add(flow.step().sscc());
                }
            }
        }
        return new TrailAmounts(units.isEmpty() ? new HashMap<>() : facts.held(lots, units));
    }

    private static boolean isOfUnit(Flow flow) {
        return flow.step().lot() == Step.NONE;
    }

    /** How much of a lot a flow is, by unit. */
    List<Amount> of(long lot, Flow flow) {
        Step step = flow.step();
        return isOfUnit(flow)
                ? held.getOrDefault(new TrailFacts.OnUnit(lot, step.sscc()), List.of(new Amount(null, "")))
                : List.of(new Amount(step.quantity(), step.unit()));
    }
}
