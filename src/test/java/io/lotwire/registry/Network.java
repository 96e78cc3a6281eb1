package io.lotwire.registry;

import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger with documents about lots, and questions to it, for tests. */
public final class Network {
    static final String ROMAINE = "00614141000012";
    static final String BERRIES = "00614141000029";
    static final String PALLET_1 = "006141411234567890";
    static final String PALLET_2 = "006141411234567906";
    static final Party FARM = EventSamples.party("0614141000005", "Green Valley Farm");
    static final Party WAREHOUSE = EventSamples.party("0614141000012", "North Shore Warehouse");
    static final Party RETAILER = EventSamples.party("0614141000029", "Corner Market");
    static final Party OTHER_RETAILER = EventSamples.party("0614141000036", "Harbor Foods");

    private final Ledger ledger;

    public Network() throws SQLException {
        this(new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC()));
    }

    /** In a ledger that there is. */
    public Network(Ledger ledger) {
        this.ledger = ledger;
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * A document comes in: its events are stored, and the registry learns from them.
     *
     * @return the numbers of its events that were not known, by their ids
     */
    public Map<String, Long> document(String number, Purpose purpose, EventSamples... events) {
        return documents(Map.of(number, List.of(events)), purpose);
    }

    /** Documents of one partner come in together, each by its number. */
    public Map<String, Long> documents(Map<String, List<EventSamples>> documents, Purpose purpose) {
        List<LotEvent> all = documents.values().stream()
                .flatMap(List::stream)
                .map(EventSamples::event)
                .toList();
        String partner =
                all.isEmpty() ? "green-valley-farm" : all.get(0).source().partner();
        String document = all.isEmpty() ? "856" : all.get(0).source().document();
        return ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, partner);
            List<Long> sets = Documents.sets(tx, inbox, partner, document, List.copyOf(documents.keySet()), purpose);
            List<EventToStore> toStore = new ArrayList<>();
            int set = 0;
            for (List<EventSamples> events : documents.values()) {
                long setId = sets.get(set++);
                events.forEach(event -> toStore.add(EventSamples.toStore(setId, event.event())));
            }
            Map<String, Long> stored = tx.events().store(toStore);
            new LotRegistry(tx)
                    .keep(toStore.stream()
                            .filter(each -> stored.containsKey(each.event().eventId()))
                            .map(each ->
                                    new StoredEvent(stored.get(each.event().eventId()), each.setId(), each.event()))
                            .toList());
            return stored;
        });
    }

    LotEvent complete(EventSamples event, Expectation expectation) {
        List<LotEvent> events = List.of(event.event());
        return ledger.inTransaction(tx -> Enricher.of(new LotRegistry(tx), events)
                .complete(events, Asked.only(expectation))
                .get(0));
    }

    Trace trace(String code) {
        return ledger.inTransaction(tx -> new Tracer(tx).trace(code, Optional.empty()));
    }

    Trace trace(String code, String gtin) {
        return ledger.inTransaction(tx -> new Tracer(tx).trace(code, Optional.of(new Gtin(gtin))));
    }
}
