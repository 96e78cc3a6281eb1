package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Events of a document beside each other, in a new database and in one that was filled before there were such hashes. */
class DocumentHashTest {
    private static final long SET = 1;

    private static final LotEvent ONE = event("1").lot("A1").event();
    private static final LotEvent OTHER =
            event("2").gtin("10614141000019").lot("A2").expires("2026-04-01").event();

    private static EventSamples event(String id) {
        return EventSamples.shipped(id).reference("PO", "4500").reference("BOL", "B-7");
    }

    private static long hash(LotEvent event) {
        return new DocumentHash().of(event);
    }

    @Test
    void theEventsOfADocumentHaveTheSameHash() {
        assertThat(hash(OTHER)).isEqualTo(hash(ONE));
    }

    @Test
    void whatIsHashedOnceIsThatOfEachEvent() {
        DocumentHash hash = new DocumentHash();
        List<LotEvent> mixed = List.of(ONE, OTHER, EventSamples.shipped("3").event(), OTHER, ONE);
        assertThat(mixed).allSatisfy(event -> assertThat(hash.of(event)).isEqualTo(hash(event)));
    }

    @Test
    void otherDocumentsPartnersDaysAndReferencesHaveOtherHashes() {
        Stream<LotEvent> others = Stream.of(
                event("1").by("green-valley-farm", "945").event(),
                event("1").by("river-farm", "856").event(),
                event("1").on("2026-03-05").event(),
                event("1").reference("PO", "4501").event(),
                EventSamples.shipped("1").event());
        assertThat(others.map(DocumentHashTest::hash).distinct()).hasSize(5).doesNotContain(hash(ONE));
    }

    @Test
    void anEventThatWasStoredBeforeThereWereHashesIsNotNew() throws SQLException {
        List<String> before = List.of(
                EventSamples.toStore(SET, ONE).json(),
                EventSamples.toStore(SET, event("plain").lot("Ä\"1").event())
                        .json()
                        .replace("B-7", "Bü\\\"7"),
                EventSamples.toStore(SET, EventSamples.shipped("none").lot("A3").event())
                        .json(),
                EventSamples.toStore(
                                SET, event("nul").lot("A4").described("NUL").event())
                        .json()
                        .replace("NUL", "\\u0000"),
                // A reference named many numbers at first.
                EventSamples.toStore(SET, event("list").lot("A5").event())
                        .json()
                        .replace("\"4500\"", "[\"4500\",\"4501\"]"));
        DataSource database = TestDatabase.atVersion("18").unpooled();
        Jdbi.create(database).useHandle(handle -> fill(handle, before));

        Ledger.migrate(database);

        List<EventToStore> again = new ArrayList<>();
        for (String json : before) {
            again.add(EventSamples.toStore(SET, LotEventJson.read(json)));
        }
        again.add(EventSamples.toStore(SET, event("new").lot("A9").event()));
        Map<String, Long> stored = new Ledger(database, Clock.systemUTC())
                .inTransaction(tx -> tx.events().store(again));
        assertThat(stored.keySet()).extracting(EventSamples::name).containsExactly("new");
    }

    private static void fill(Handle handle, List<String> events) {
        EarlierRows.insertSet(handle);
        for (String event : events) {
            handle.createUpdate("""
                            insert into lot_event (event_id, set_id, stored_at, event)
                            values (decode(:id, 'hex'), 1, now(), :event)
                            """)
                    .bind("id", LotEventJson.read(event).eventId())
                    .bind("event", event)
                    .execute();
        }
    }
}
