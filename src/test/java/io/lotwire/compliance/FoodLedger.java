package io.lotwire.compliance;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.LotRegistry;
import io.lotwire.registry.StoredEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A ledger with documents about food, for tests. */
public final class FoodLedger {
    public static final Instant NOW = Instant.parse("2026-03-06T08:00:00Z");

    private final DatabaseAddress database;
    private final Ledger ledger;

    public FoodLedger() throws SQLException {
        this(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public FoodLedger(Clock clock) throws SQLException {
        database = TestDatabase.fresh();
        ledger = new Ledger(database.unpooled(), clock);
    }

    public DatabaseAddress database() {
        return database;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** A document comes in. */
    public void document(String number, Told... events) {
        document("green-valley-farm", "856", number, Purpose.ORIGINAL, events);
    }

    /** A document of somebody comes in. */
    public void document(String partner, String kind, String number, Purpose purpose, Told... events) {
        List<LotEvent> all = Stream.of(events).map(Told::event).toList();
        ledger.useTransaction(tx -> {
            long set = Documents.set(tx, Documents.inbox(tx, partner), partner, kind, number, purpose);
            Map<String, Long> stored = tx.events()
                    .store(all.stream()
                            .map(event -> EventSamples.toStore(set, event))
                            .toList());
            new LotRegistry(tx)
                    .keep(all.stream()
                            .filter(event -> stored.containsKey(event.eventId()))
                            .map(event -> new StoredEvent(stored.get(event.eventId()), set, event))
                            .toList());
        });
    }

    /** The statements of a selection, by usual terms. */
    public List<Statement> statements(Selection selection) throws IOException {
        return statements(selection, Terms.USUAL);
    }

    List<Statement> statements(Selection selection, Terms terms) throws IOException {
        List<Statement> all = new ArrayList<>();
        ledger.<IOException>useTransaction(tx -> new Statements(tx, selection, terms).forEach(all::add));
        return all;
    }

    static Statement.Context context(Terms terms) {
        return new Statement.Context(terms, new StatedMasterData());
    }
}
