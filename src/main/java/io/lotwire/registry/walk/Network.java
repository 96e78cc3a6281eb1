package io.lotwire.registry.walk;

import io.lotwire.lot.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known so far of lots and runs of production of a trail; each is asked for once. */
final class Network {
    /** So many lots are read ahead: they take a fraction of a second, should none of them be on the trail. */
    private static final int MOST_AHEAD = 1_000;

    private final StepTable table;
    private final Places places = new Places();
    private final UnitSteps units = new UnitSteps();
    private final Map<Long, List<Step>> stepsOfLots = new LinkedHashMap<>();
    private final Map<Long, LotWays> ways = new HashMap<>();
    private final Map<Long, List<Step>> stepsOfRuns = new HashMap<>();
    private final Map<Long, List<Use>> uses = new HashMap<>();
    private final Map<Long, Set<String>> references = new HashMap<>();
    private int steps;

    Network(StepTable table) {
        this.table = table;
    }

    /**
     * Learns at once of what a trail from some lots will come to if no time stands against it, as far as that is not too much: to ask
     * for each run of production after the other takes longer.
     */
    void learnAhead(Collection<Long> lots, Sense sense) {
        List<Long> ahead = table.ahead(lots, sense, MOST_AHEAD);
        learn(ahead, Set.of());
        Set<Long> runs = new HashSet<>();
        for (long lot : ahead) {
            for (Step step : stepsOfLots.get(lot)) {
                if (step.run() != Step.NONE && step.output() == (sense == Sense.BACKWARD)) {
                    runs.add(step.run());
                }
            }
        }
        learn(Set.of(), runs);
    }

    /**
     * Learns of more lots and runs.
     *
     * @return true where places that were known before are other ones now, so that what was made of them is worth nothing
     */
    boolean learn(Collection<Long> lots, Collection<Long> runs) {
        List<Step> fresh = new ArrayList<>();
        if (!lots.isEmpty()) {
            lots.forEach(lot -> stepsOfLots.put(lot, new ArrayList<>()));
            List<Step> ofLots = table.ofLots(lots);
            ofLots.forEach(step -> stepsOfLots.get(step.lot()).add(step));
            fresh.addAll(ofLots);
            learnUnits(ofLots, fresh);
            learnReferences(lots);
        }
        if (!runs.isEmpty()) {
            runs.forEach(run -> stepsOfRuns.put(run, new ArrayList<>()));
            List<Step> ofRuns = table.ofRuns(runs);
            ofRuns.forEach(step -> stepsOfRuns.get(step.run()).add(step));
            fresh.addAll(ofRuns);
        }
        steps += fresh.size();
        return learnPlaces(fresh);
    }

    /** Learns where steps were; true where places that were known before are other ones now. */
    private boolean learnPlaces(List<Step> fresh) {
        Set<Integer> unknown = places.unknown(fresh);
        boolean changed = !unknown.isEmpty() && places.learn(table.names().parties(unknown));
        if (changed) {
            ways.clear();
            uses.clear();
        }
        return changed;
    }

    private void learnUnits(List<Step> steps, List<Step> fresh) {
        Set<Long> unknown = units.unknown(steps);
        while (!unknown.isEmpty()) {
            List<Step> onUnits = table.onUnits(unknown);
            units.learn(unknown, onUnits);
            fresh.addAll(onUnits);
            unknown = units.unknown(onUnits);
        }
    }

    /**
     * Where a lot was sent to the same place more than once, or who received it names its sender otherwise, documents may tell which
     * shipment a receipt answers.
     */
    private void learnReferences(Collection<Long> lots) {
        Set<Long> sets = new HashSet<>();
        for (long lot : lots) {
            List<Step> loose = stepsOfLots.get(lot).stream()
                    .filter(step -> step.sscc() == Step.NONE && step.parent() == Step.NONE)
                    .toList();
            List<Step> received = loose.stream()
                    .filter(step -> step.type() == EventType.RECEIVED)
                    .toList();
            List<Step> sent = loose.stream()
                    .filter(step -> step.type() == EventType.SHIPPED || step.type() == EventType.RETURNED)
                    .toList();
            Set<Integer> senders = sent.stream().map(Step::from).collect(Collectors.toSet());
            boolean several = sent.stream().map(Step::to).distinct().count() < sent.size();
            boolean otherSender = received.stream().anyMatch(step -> !senders.contains(step.from()));
            if (!sent.isEmpty() && !received.isEmpty() && (several || otherSender)) {
                loose.forEach(step -> sets.add(step.setId()));
            }
        }
        if (!sets.isEmpty()) {
            references.putAll(table.references(sets));
        }
    }

    /** How many steps are known. */
    int size() {
        return steps;
    }

    /** The ways of a lot; null where it is not known yet. */
    LotWays ways(long lot) {
        List<Step> own = stepsOfLots.get(lot);
        return own == null ? null : ways.computeIfAbsent(lot, key -> WaysOfLot.of(own, units, places, references));
    }

    /** Learns what of lots was missed where it should have come; by the numbers of the lots. */
    Map<Long, List<Step>> learnMissed(Collection<Long> lots) {
        List<Step> missed = table.missedOf(lots);
        learnPlaces(missed);
        return missed.stream().collect(Collectors.groupingBy(Step::lot));
    }

    /** What is told of a lot that was learned of, and of what of it was missed. */
    List<Telling> tellings(long lot, List<Step> missed) {
        return WaysOfLot.tellings(stepsOfLots.get(lot), missed, units, places, references);
    }

    /** What went into a run and came out; null where it is not known yet. */
    List<Use> uses(long run) {
        List<Step> own = stepsOfRuns.get(run);
        return own == null
                ? null
                : uses.computeIfAbsent(run, key -> own.stream()
                        .map(step -> new Use(step, places.of(step.from())))
                        .toList());
    }

    /** The places of the trail. */
    Places places() {
        return places;
    }
}
