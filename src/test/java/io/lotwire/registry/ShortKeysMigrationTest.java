package io.lotwire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EarlierRows;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LotEvents.SetStretch;
import io.lotwire.ledger.StatedEvent;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lot events that were stored with their keys as text. */
class ShortKeysMigrationTest {
    private static final long SET = 1;
    private static final LotEvent FIRST = EventSamples.shipped("first")
            .gtin(Network.ROMAINE)
            .lot("A1")
            .cases("40")
            .pallet(Network.PALLET_1)
            .onto(Network.PALLET_2)
            .from(Network.FARM)
            .to(Network.WAREHOUSE)
            .event();
    private static final LotEvent UNIT = EventSamples.shipped("unit")
            .pallet(Network.PALLET_2)
            .from(Network.WAREHOUSE)
            .to(Network.RETAILER)
            .event();
    /** As its document stated it, and as the registry completed it. */
    private static final LotEvent STATED =
            EventSamples.shipped("completed").gtin(Network.ROMAINE).lot("A2").event();

    private static final LotEvent COMPLETE = EventSamples.shipped("completed")
            .gtin(Network.ROMAINE)
            .lot("A2")
            .expires("2026-04-01")
            .event();

    private Ledger ledger;

    @BeforeEach
    void migrate() throws SQLException {
        DataSource database = TestDatabase.atVersion("16").unpooled();
        Jdbi.create(database).useHandle(ShortKeysMigrationTest::fill);
        Ledger.migrate(database);
        ledger = new Ledger(database, Clock.systemUTC());
    }

    @Test
    void eventsSayWhatTheySaidInTheSameOrder() {
        SetStretch set = SetStretch.whole(SET);
        List<LotEvent> events = ledger.inTransaction(tx -> tx.events().of(List.of(set))).get(set).stream()
                .map(LotEventJson::read)
                .toList();
        assertThat(events).containsExactly(FIRST, UNIT, COMPLETE);
    }

    @Test
    void whatTheirDocumentsStatedIsFoundByFileAndById() {
        List<StatedEvent> ofFile = ledger.inTransaction(tx -> tx.events().statedIn(1));
        assertThat(ofFile).extracting(event -> LotEventJson.read(event.json())).containsExactly(FIRST, UNIT, STATED);
        List<StatedEvent> byId = ledger.inTransaction(tx ->
                tx.events().stated(List.of(UNIT, EventSamples.shipped("unknown").event())));
        assertThat(byId).containsExactly(ofFile.get(1));
        assertThat(byId.get(0).eventId()).isEqualTo(UNIT.eventId());
        assertThat(byId.get(0).inboxId()).isOne();
    }

    @Test
    void anEventThatWasStoredBeforeIsNotNew() {
        Map<String, Long> stored =
                ledger.inTransaction(tx -> tx.events().store(List.of(EventSamples.toStore(SET, FIRST))));
        assertThat(stored).isEmpty();
    }

    @Test
    void aTraceGoesOnWithThePalletThatHoldsTheLot() {
        Trace trace = ledger.inTransaction(tx -> new Tracer(tx).trace("A1", Optional.empty()));
        assertThat(trace.trails().get(0).movements())
                .extracting(movement -> movement.to().name())
                .containsExactly("North Shore Warehouse", "Corner Market");
    }

    private static void fill(Handle handle) {
        EarlierRows.insertSet(handle);
        insert(handle, FIRST, null);
        insert(handle, UNIT, null);
        insert(handle, COMPLETE, LotEventJson.line(STATED));
        handle.execute("""
                insert into lot (code, gtin, kind, first_event_id, first_seen_at)
                select lot_code, gtin, 'LOT', event_id, now() from lot_event where lot_code is not null
                """);
    }

    private static void insert(Handle handle, LotEvent event, String stated) {
        handle.createUpdate("""
                        insert into lot_event (event_id, inbox_id, set_id, partner, type, purpose, event_time, gtin, lot_code,
                            sscc, parent_sscc, stored_at, event, stated)
                        values (:id, 1, 1, 'green-valley-farm', 'shipped', 'original', '2026-03-04', :gtin, :lot,
                            :sscc, :parent, now(), cast(:event as jsonb), cast(:stated as jsonb))
                        """)
                .bind("id", event.eventId())
                .bind("gtin", text(event.item().gtin()))
                .bind("lot", event.lot() == null ? null : event.lot().code())
                .bind("sscc", event.unit() == null ? null : text(event.unit().sscc()))
                .bind("parent", event.unit() == null ? null : text(event.unit().parent()))
                .bind("event", LotEventJson.line(event))
                .bind("stated", stated)
                .execute();
    }

    private static String text(Object key) {
        return key == null ? null : key.toString();
    }
}
