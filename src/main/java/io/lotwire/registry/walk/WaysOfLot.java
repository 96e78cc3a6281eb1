package io.lotwire.registry.walk;

import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the {@link LotWays} of a lot of its steps and of those of the logistic units that it was on. */
final class WaysOfLot {
    private final Places places;
    private final Shipments shipments;
    private final Set<Long> where = new LinkedHashSet<>();
    private final List<Edge> edges = new ArrayList<>();
    /** From units to places where goods may have been taken off without a word. */
    private final List<Edge> untold = new ArrayList<>();

    private final List<Use> uses = new ArrayList<>();
    private final Set<Long> unpacked = new HashSet<>();
    private final Map<Long, Told> firstOn = new HashMap<>();

    private WaysOfLot(Places places, Map<Long, Set<String>> references) {
        this.places = places;
        this.shipments = new Shipments(references);
    }

    /**
     * What a step tells of a lot.
     *
     * @param step the step
     * @param holders the units that the lot was on; none where it was on none
     * @param sure whether it is told, and of just this lot
     * @param own whether the step names the lot
     */
    private record Told(Step step, Set<Long> holders, boolean sure, boolean own) {}

    /** A way of a lot and when it arrived. */
    private record Way(Told told, int from, int to, Moment leaves, Moment arrives) {}

    /**
     * The ways of a lot.
     *
     * @param own the steps that name it
     * @param units the steps of units that it was on
     * @param references the business documents that transaction sets refer to, where that may matter
     */
    static LotWays of(List<Step> own, UnitSteps units, Places places, Map<Long, Set<String>> references) {
        WaysOfLot ways = new WaysOfLot(places, references);
        ways.add(told(own, units));
        ways.takeOffWithoutWord();
        return new LotWays(ways.where, ways.edges, ways.uses);
    }

    private static List<Told> told(List<Step> own, UnitSteps units) {
        List<Told> all = new ArrayList<>();
        for (Step step : own) {
            Set<Long> holders = step.sscc() == Step.NONE ? Set.of() : Set.of(step.sscc());
            all.add(new Told(step, holders, step.sure(), true));
        }
        for (CarriedSteps.Carried carried : CarriedSteps.of(own, units)) {
            all.add(new Told(carried.step(), carried.holders(), carried.sure(), false));
        }
        return all;
    }

    /**
     * The same, told one by one: what books are made of. Receipts answer the same shipments as they do on the ways.
     *
     * @param own the steps that name the lot
     * @param missed what of it was missed where it should have come
     * @param units the steps of units that it was on
     * @param references the business documents that transaction sets refer to, where that may matter
     */
    static List<Telling> tellings(
            List<Step> own, List<Step> missed, UnitSteps units, Places places, Map<Long, Set<String>> references) {
        List<Told> all = told(own, units);
        Shipments shipments = new Shipments(references);
        for (Told told : all) {
            if (isShipment(told.step)) {
                shipments.add(told.step, places.of(told.step.from()), places.of(told.step.to()));
            }
        }
        missed.forEach(step -> all.add(new Told(step, Set.of(), step.sure(), true)));
        List<Telling> tellings = new ArrayList<>(all.size());
        for (Told told : all) {
            Step step = told.step;
            int from = places.of(step.from());
            int to = places.of(step.to());
            Optional<Shipments.Answered> answered =
                    step.type() == EventType.RECEIVED ? shipments.answeredBy(step, from, to) : Optional.empty();
            tellings.add(new Telling(
                    step,
                    answered.map(Shipments.Answered::from).orElse(from),
                    to,
                    told.holders,
                    told.sure,
                    told.own,
                    answered.isPresent(),
                    answered.map(Shipments.Answered::setId).orElse(Step.NONE)));
        }
        return tellings;
    }

    private void add(List<Told> all) {
        all.forEach(this::noteUnits);
        List<Way> received = new ArrayList<>();
        Map<Told, Shipments.Sent> sent = new HashMap<>();
        for (Told told : all) {
            if (isShipment(told.step)) {
                sent.put(told, shipments.add(told.step, places.of(told.step.from()), places.of(told.step.to())));
            }
        }
        for (Told told : all) {
            if (told.step.type() == EventType.RECEIVED) {
                received.add(receipt(told));
            }
        }
        received.forEach(this::addWay);
        for (Told told : all) {
            if (sent.containsKey(told)) {
                Shipments.Sent shipment = sent.get(told);
                addWay(new Way(
                        told,
                        places.of(told.step.from()),
                        places.of(told.step.to()),
                        told.step.when(),
                        shipment.arrives()));
            } else if (told.step.type() != EventType.RECEIVED) {
                addStay(told);
            }
        }
    }

    /**
     * Who gets a unit may take goods off without a word, unless it is told when they did; and must have, where they have no other goods of the
     * lot that are on no unit.
     */
    private void takeOffWithoutWord() {
        Set<Long> supplied = new HashSet<>();
        edges.forEach(edge -> supplied.add(edge.to()));
        uses.stream().filter(use -> use.step().output()).forEach(use -> supplied.add(use.holder()));
        for (Edge edge : untold) {
            boolean sure = edge.sure() && !supplied.contains(edge.to());
            edges.add(new Edge(edge.from(), edge.to(), edge.leaves(), edge.arrives(), sure, null));
        }
    }

    /** What is told of units: which are unpacked, and where the lot is first told to be on each. */
    private void noteUnits(Told told) {
        Step step = told.step;
        if (step.type() == EventType.UNPACKED && step.parent() == Step.NONE && step.sscc() != Step.NONE) {
            unpacked.add(step.sscc());
        } else if (told.own && step.sscc() != Step.NONE && step.type() != EventType.UNPACKED) {
            firstOn.merge(step.sscc(), told, (one, other) -> isBefore(other.step, one.step) ? other : one);
        }
    }

    private static boolean isBefore(Step one, Step other) {
        return other.when() != null && (one.when() == null || !one.when().surelyFollows(other.when()));
    }

    private static boolean isShipment(Step step) {
        return step.type() == EventType.SHIPPED || step.type() == EventType.RETURNED || step.type() == EventType.MOVED;
    }

    private Way receipt(Told told) {
        int from = places.of(told.step.from());
        int to = places.of(told.step.to());
        Moment when = told.step.when();
        return shipments
                .answeredBy(told.step, from, to)
                .map(answered ->
                        new Way(told, from == Places.NOWHERE ? answered.from() : from, to, answered.leaves(), when))
                .orElseGet(() -> new Way(told, from, to, when, when));
    }

    private void addWay(Way way) {
        if (way.from == way.to) {
            // From nowhere to nowhere, or from a place to itself: it was there, and is.
            where.add((long) way.from);
            return;
        }
        Told told = way.told;
        Flow flow = new Flow(told.step, told.sure, way.from, way.to, way.leaves, way.arrives);
        if (told.holders.isEmpty()) {
            edges.add(new Edge(way.from, way.to, way.leaves, way.arrives, told.sure, flow));
        }
        for (long sscc : told.holders) {
            long unit = Holder.unit(sscc);
            if (told.equals(firstOn.get(sscc))) {
                edges.add(new Edge(way.from, unit, way.leaves, way.leaves, told.sure, null));
            }
            edges.add(new Edge(unit, unit, way.leaves, way.arrives, told.sure, flow));
            if (!unpacked.contains(sscc)) {
                untold.add(new Edge(unit, way.to, way.leaves, way.arrives, told.sure, null));
            }
        }
    }

    private void addStay(Told told) {
        Step step = told.step;
        int place = places.of(step.from());
        where.add((long) place);
        boolean made = step.run() != Step.NONE && step.output();
        if (step.run() != Step.NONE) {
            uses.add(new Use(step, place));
        }
        if (step.type() == EventType.UNPACKED) {
            addUnpacking(told, place);
        } else if (made && step.sscc() != Step.NONE && !unpacked.contains(step.sscc())) {
            untold.add(new Edge(Holder.unit(step.sscc()), place, step.when(), step.when(), told.sure, null));
        } else if (!made && (step.type() == EventType.PACKED || told.equals(firstOn.get(step.sscc())))) {
            addPacking(told, place);
        }
    }

    private void addUnpacking(Told told, int place) {
        Step step = told.step;
        if (step.parent() == Step.NONE) {
            told.holders.forEach(
                    sscc -> edges.add(new Edge(Holder.unit(sscc), place, step.when(), step.when(), told.sure, null)));
        }
    }

    /** Goods that are told to be on a unit for the first time came onto it there. */
    private void addPacking(Told told, int place) {
        Step step = told.step;
        if (told.own && step.sscc() != Step.NONE) {
            edges.add(new Edge(place, Holder.unit(step.sscc()), step.when(), step.when(), told.sure, null));
        }
    }
}
