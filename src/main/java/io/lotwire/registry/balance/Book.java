package io.lotwire.registry.balance;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.walk.LotName;
import io.lotwire.registry.walk.Places;
import io.lotwire.registry.walk.Step;
import io.lotwire.registry.walk.Telling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the book of one lot of what is told of it. */
final class Book {
    /** Documents of receivers: what they call returned went back before it was taken in. */
    private static final Set<String> OF_RECEIVERS = Set.of("861", "944", "RECADV");

    /** A distributor's report names the places of what was sold; what it calls returned came back the other way. */
    private static final String RESALE_REPORT = "867";

    /** Who scans goods that come back has them. */
    private static final String SCANS = "scans";

    private static final TracedParty NOBODY = new TracedParty(Places.NOWHERE, "(not stated)", "");

    private final Map<Integer, TracedParty> parties;
    private final Map<Long, DocumentName> documents;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, Map<String, Account>> accounts = new TreeMap<>();
    private final Map<Shipment.Way, Shipment> shipments = new LinkedHashMap<>();
    private final Map<Between, Lane> lanes = new HashMap<>();
    private final Set<Integer> incomplete = new TreeSet<>();
    private final Sightings sightings = new Sightings();
    private final Shortages shortages = new Shortages();

    private Book(Map<Integer, TracedParty> parties, Map<Long, DocumentName> documents) {
        this.parties = parties;
        this.documents = documents;
    }

    private record Between(int from, int to) {}

    /**
     * The book of a lot.
     *
     * @param tellings what is told of it
     * @param packs what its product says of its units
     * @param origin who shipped it first, where that is known
     */
    static LotBalance of(
            LotName lot,
            List<Telling> tellings,
            Map<Integer, TracedParty> parties,
            Map<Long, DocumentName> documents,
            List<String> packs,
            Optional<Origin> origin) {
        Book book = new Book(parties, documents);
        Loads loads = Loads.of(tellings, documents, packs);
        loads.forEach(book::add);
        book.lanes.values().forEach(Lane::sort);
        book.receive(loads);
        book.arrive();
        return book.balance(lot, origin);
    }

    private String document(Telling telling) {
        return documents.get(telling.step().setId()).document();
    }

    private void add(Telling telling, List<Loads.Load> loads) {
        Step step = telling.step();
        if (step.condition() == Condition.SHORT) {
            shortages.add(telling, loads, documents.get(step.setId()));
            return;
        }
        switch (step.type()) {
            case SHIPPED -> send(telling, loads, telling.from(), telling.to(), Posting.SHIPPED, false);
            case MOVED -> send(telling, loads, telling.from(), telling.to(), Posting.MOVED_OUT, true);
            case RETURNED -> giveBack(telling, loads);
            case ADJUSTED -> adjust(telling, loads);
            case DISPOSED -> post(telling, loads, telling.from(), Posting.DISPOSED);
            case COUNTED -> sightings.add(telling, loads);
            case TRANSFORMED, PACKED, UNPACKED -> {
                if (step.run() != Step.NONE) {
                    post(telling, loads, telling.from(), step.output() ? Posting.MADE : Posting.USED);
                }
            }
            case RECEIVED, ORDERED -> {}
        }
    }

    private void giveBack(Telling telling, List<Loads.Load> loads) {
        String document = document(telling);
        if (OF_RECEIVERS.contains(document)) {
            return;
        }
        boolean reversed = document.equals(RESALE_REPORT);
        send(
                telling,
                loads,
                reversed ? telling.to() : telling.from(),
                reversed ? telling.from() : telling.to(),
                Posting.RETURNED,
                reversed || document.equals(SCANS));
    }

    private void send(Telling telling, List<Loads.Load> loads, int from, int to, Posting kind, boolean lands) {
        if (from == to) {
            return;
        }
        Step step = telling.step();
        post(telling, loads, from, kind);
        Shipment shipment = shipments.computeIfAbsent(new Shipment.Way(from, to, step.setId()), this::shipment);
        shipment.leaves = step.when();
        shipment.lands = lands;
        shipment.comesBack = kind == Posting.RETURNED;
        shipment.complete = shipment.complete && !loads.isEmpty();
        for (Loads.Load load : loads) {
            shipment.send(load.unit(), Amount.of(load.quantity(), telling.sure()));
        }
    }

    private Shipment shipment(Shipment.Way way) {
        Shipment shipment = new Shipment(way);
        lanes.computeIfAbsent(new Between(way.from(), way.to()), key -> new Lane())
                .add(shipment);
        return shipment;
    }

    /** Receipts that surely answer one shipment go first, then the others in the order of time. */
    private void receive(Loads loads) {
        loads.tellings()
                .filter(telling -> telling.step().type() == EventType.RECEIVED && telling.from() != telling.to())
                // What is missed or not taken in stays under way.
                .filter(telling -> telling.step().condition() != Condition.SHORT
                        && telling.step().condition() != Condition.REFUSED)
                .sorted(Comparator.comparing((Telling telling) -> telling.answered() == Step.NONE)
                        .thenComparing(telling -> telling.step().when(), Lane.IN_TIME))
                .forEach(telling -> receive(telling, loads.of(telling)));
    }

    private void receive(Telling telling, List<Loads.Load> loads) {
        post(telling, loads, telling.to(), Posting.RECEIVED);
        if (!telling.answers()) {
            post(telling, loads, telling.from(), Posting.SHIPPED);
            return;
        }
        Shipment answered = shipments.get(new Shipment.Way(telling.from(), telling.to(), telling.answered()));
        if (answered != null && loads.isEmpty()) {
            answered.arrived = true;
        }
        for (Loads.Load load : loads) {
            if (answered != null) {
                answered.receive(load.unit(), Amount.of(load.quantity(), telling.sure()));
            } else if (lanes.containsKey(new Between(telling.from(), telling.to()))) {
                lanes.get(new Between(telling.from(), telling.to()))
                        .receive(
                                load.unit(),
                                load.quantity(),
                                telling.sure(),
                                telling.step().when());
            }
        }
    }

    private void adjust(Telling telling, List<Loads.Load> loads) {
        Condition condition = telling.step().condition();
        if (condition != null && condition.movesNothing()) {
            return;
        }
        boolean less = loads.stream().anyMatch(load -> load.quantity().signum() < 0);
        List<Loads.Load> amounts = loads.stream()
                .map(load -> new Loads.Load(load.unit(), load.quantity().abs()))
                .toList();
        post(telling, amounts, telling.from(), less ? Posting.ADJUSTED_DOWN : Posting.ADJUSTED_UP);
    }

    private void post(Telling telling, List<Loads.Load> loads, int place, Posting kind) {
        if (place == Places.NOWHERE) {
            return;
        }
        if (loads.isEmpty()) {
            incomplete.add(place);
        }
        for (Loads.Load load : loads) {
            add(new Line(
                    parties.get(place),
                    load.unit(),
                    kind,
                    load.quantity(),
                    telling.sure(),
                    telling.step().when(),
                    documents.get(telling.step().setId())));
        }
    }

    private void add(Line line) {
        if (line.quantity().signum() != 0) {
            lines.add(line);
            accounts.computeIfAbsent(line.place().number(), key -> new TreeMap<>())
                    .computeIfAbsent(line.unit(), key -> new Account())
                    .add(line);
        }
    }

    /**
     * Goods that left a place and came there by no told way, though some were sent there before: then these arrived, all that
     * one document sent, those that left first first.
     */
    private void arrive() {
        List<Shipment> inTime = new ArrayList<>(shipments.values());
        inTime.sort(Comparator.comparing(each -> each.leaves, Lane.IN_TIME));
        for (Shipment shipment : inTime) {
            if (shipment.way.to() == Places.NOWHERE) {
                continue;
            }
            if (shipment.lands) {
                // What landed and was also received counts once.
                shipment.sent.forEach((unit, amount) -> arrive(
                        shipment,
                        unit,
                        amount.without(shipment.received.getOrDefault(unit, Amount.NONE)),
                        shipment.comesBack ? Posting.TAKEN_BACK : Posting.MOVED_IN));
            } else if (!shipment.isReceived()) {
                shipment.arrived |= shipment.sent.keySet().stream()
                        .anyMatch(unit -> account(shipment.way.to(), unit).lacksAfter(shipment.leaves));
                if (shipment.arrived) {
                    shipment.sent.forEach((unit, amount) -> arrive(shipment, unit, amount, Posting.ARRIVED));
                }
            }
        }
    }

    private void arrive(Shipment shipment, String unit, Amount amount, Posting kind) {
        BigDecimal doubtful = amount.possible().subtract(amount.certain());
        TracedParty place = parties.get(shipment.way.to());
        DocumentName document = documents.get(shipment.way.setId());
        add(new Line(place, unit, kind, amount.certain(), true, shipment.leaves, document));
        add(new Line(place, unit, kind, doubtful, false, shipment.leaves, document));
    }

    private Account account(int place, String unit) {
        return accounts.getOrDefault(place, Map.of()).getOrDefault(unit, new Account());
    }

    private LotBalance balance(LotName lot, Optional<Origin> origin) {
        lines.sort(Comparator.comparing(Line::when, Lane.IN_TIME));
        List<PlaceBalance> places = new ArrayList<>();
        Set<Integer> all = new TreeSet<>(accounts.keySet());
        all.addAll(incomplete);
        for (int place : all) {
            boolean complete = !incomplete.contains(place);
            accounts.getOrDefault(place, Map.of("", new Account()))
                    .forEach((unit, account) ->
                            places.add(new PlaceBalance(parties.get(place), unit, account.postings(), complete)));
        }
        List<Consignment> consignments = consignments();
        return new LotBalance(lot, places, consignments, counts(), lines, beginnings(places, consignments, origin));
    }

    /** Where nothing came, and nothing was sent: who shipped the lot first, or the only one of whom this is so. */
    private static List<TracedParty> beginnings(
            List<PlaceBalance> places, List<Consignment> consignments, Optional<Origin> origin) {
        Set<TracedParty> led =
                consignments.stream().map(Consignment::to).collect(Collectors.toCollection(HashSet::new));
        places.stream().filter(place -> !place.came().isNone()).forEach(place -> led.add(place.place()));
        List<TracedParty> first = places.stream()
                .map(PlaceBalance::place)
                .distinct()
                .filter(place -> !led.contains(place))
                .toList();
        return first.size() == 1
                ? first
                : first.stream()
                        .filter(place -> origin.filter(each -> each.is(place)).isPresent())
                        .toList();
    }

    private List<Consignment> consignments() {
        List<Consignment> consignments = new ArrayList<>();
        for (Shipment shipment : shipments.values()) {
            Set<String> named = new TreeSet<>(shipment.sent.keySet());
            named.addAll(shipment.received.keySet());
            for (String unit : named) {
                consignments.add(new Consignment(
                        parties.getOrDefault(shipment.way.from(), NOBODY),
                        parties.getOrDefault(shipment.way.to(), NOBODY),
                        unit,
                        documents.get(shipment.way.setId()),
                        shipment.leaves,
                        shipment.sent.getOrDefault(unit, Amount.NONE),
                        shipment.received.getOrDefault(unit, Amount.NONE),
                        shortages.of(shipment.way, unit),
                        shortages.documents(shipment.way, unit),
                        shipment.state()));
            }
        }
        consignments.sort(Comparator.comparing(Consignment::leaves, Lane.IN_TIME));
        return consignments;
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        sightings.forEach((place, quantity, when) -> {
            Map<String, Account> kept = accounts.getOrDefault(place.number(), Map.of());
            counts.add(new Count(
                    parties.getOrDefault(place.number(), NOBODY),
                    place.unit(),
                    documents.get(place.setId()),
                    when,
                    quantity,
                    account(place.number(), place.unit()).at(when),
                    kept.isEmpty() || kept.containsKey(place.unit())));
        });
        counts.sort(Comparator.comparing(Count::when, Lane.IN_TIME));
        return counts;
    }
}
