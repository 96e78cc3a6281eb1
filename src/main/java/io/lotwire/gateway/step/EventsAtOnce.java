package io.lotwire.gateway.step;

import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.ToWrite;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lot events of deliveries that are written in one transaction: in memory, and those of a large one from the database. */
final class EventsAtOnce {
    /** So many events are held in memory. */
    private static final int MOST = 10_000;

    private final LedgerTransaction tx;
    private final Map<Long, List<LotEvent>> bySet;

    private EventsAtOnce(LedgerTransaction tx, Map<Long, List<LotEvent>> bySet) {
        this.tx = tx;
        this.bySet = bySet;
    }

    /** Deliveries in portions whose events fit into memory together; one whose own do not is a portion by itself. */
    static List<List<ToWrite>> portions(List<ToWrite> deliveries) {
        List<List<ToWrite>> portions = new ArrayList<>();
        List<ToWrite> portion = new ArrayList<>();
        int events = 0;
        for (ToWrite delivery : deliveries) {
            if (!portion.isEmpty() && events + delivery.events().count() > MOST) {
                portions.add(portion);
                portion = new ArrayList<>();
                events = 0;
            }
            portion.add(delivery);
            events += delivery.events().count();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** Reads the events of a portion. */
    static EventsAtOnce read(LedgerTransaction tx, List<ToWrite> portion) {
        List<Long> sets = portion.stream()
                .filter(delivery -> delivery.events().count() <= MOST)
                .map(ToWrite::setId)
                .distinct()
                .toList();
        Map<Long, List<LotEvent>> bySet = tx.events().ofSets(sets).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        set -> set.getValue().stream().map(LotEventJson::read).toList()));
        return new EventsAtOnce(tx, bySet);
    }

    /** The events of a delivery, in the order in which they were stored. */
    EventSource of(ToWrite delivery) {
        EventChoice choice = delivery.events();
        if (choice.count() > MOST) {
            return new FromTheDatabase(tx, delivery.setId(), choice);
        }
        List<LotEvent> ofSet = bySet.getOrDefault(delivery.setId(), List.of());
        if (choice.positions().isEmpty()) {
            return EventSource.of(ofSet);
        }
        return EventSource.of(
                choice.positions().get().stream().mapToObj(ofSet::get).toList());
    }

    /** Events that are read each time they are gone through. */
    private record FromTheDatabase(LedgerTransaction tx, long setId, EventChoice choice) implements EventSource {
        @Override
        public int count() {
            return choice.count();
        }

        @Override
        public void forEach(Taker taker) throws IOException {
            tx.events().eachOfSet(setId, (position, json) -> {
                if (choice.has(position)) {
                    taker.take(LotEventJson.read(json));
                }
            });
        }
    }
}
