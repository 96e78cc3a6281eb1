package io.lotwire.gateway.step;

import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.LotEvents.SetStretch;
import io.lotwire.ledger.ToWrite;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lot events of deliveries that are written in one transaction: in memory, and those of a large one from the database. */
final class EventsAtOnce {
    /** So many events are held in memory. */
    private static final int MOST = 10_000;

    private final LedgerTransaction tx;
    private final Map<SetStretch, List<LotEvent>> events;

    private EventsAtOnce(LedgerTransaction tx, Map<SetStretch, List<LotEvent>> events) {
        this.tx = tx;
        this.events = events;
    }

    /** Deliveries in portions whose events fit into memory together; one whose own do not is a portion by itself. */
    static List<List<ToWrite>> portions(List<ToWrite> deliveries) {
        List<List<ToWrite>> portions = new ArrayList<>();
        List<ToWrite> portion = new ArrayList<>();
        int events = 0;
        for (ToWrite delivery : deliveries) {
            if (!portion.isEmpty() && events + delivery.events().span() > MOST) {
                portions.add(portion);
                portion = new ArrayList<>();
                events = 0;
            }
            portion.add(delivery);
            events += delivery.events().span();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** Reads the events of a portion. */
    static EventsAtOnce read(LedgerTransaction tx, List<ToWrite> portion) {
        List<SetStretch> stretches = portion.stream()
                .filter(delivery -> delivery.events().span() <= MOST)
                .map(EventsAtOnce::stretch)
                .distinct()
                .toList();
        Map<SetStretch, List<LotEvent>> events = new HashMap<>();
        tx.events()
                .of(stretches)
                .forEach((stretch, json) -> events.put(
                        stretch, json.stream().map(LotEventJson::read).toList()));
        return new EventsAtOnce(tx, events);
    }

    private static SetStretch stretch(ToWrite delivery) {
        return new SetStretch(delivery.setId(), delivery.events().stretch());
    }

    /** The events of a delivery, in the order in which they were stored. */
    EventSource of(ToWrite delivery) {
        EventChoice choice = delivery.events();
        if (choice.span() > MOST) {
            return new FromTheDatabase(tx, delivery.setId(), choice);
        }
        List<LotEvent> inMemory = events.getOrDefault(stretch(delivery), List.of());
        return choice.positions().isEmpty()
                ? EventSource.of(inMemory)
                : EventSource.of(choice.positions().get().stream()
                        .mapToObj(inMemory::get)
                        .toList());
    }

    /** Events that are read each time they are gone through. */
    record FromTheDatabase(LedgerTransaction tx, long setId, EventChoice choice) implements EventSource {
        @Override
        public int count() {
            return choice.count();
        }

        @Override
        public void forEach(Taker taker) throws IOException {
            tx.events().eachOfSet(setId, choice, json -> taker.take(LotEventJson.read(json)));
        }
    }
}
