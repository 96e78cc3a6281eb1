package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that the version before filled, with work in every state. */
class LanesMigrationTest {
    private static final int EVENTS = 20;
    private static final Outbox.Way WAY = new Outbox.Way("erp", "jms");
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private Ledger ledger;
    private Holder holder;

    @BeforeEach
    void migrate() throws SQLException {
        DataSource database = TestDatabase.atVersion("14").unpooled();
        Jdbi.create(database).useHandle(LanesMigrationTest::fill);
        Ledger.migrate(database);
        ledger = new Ledger(database, Clock.systemUTC());
        holder = Holder.join(database, Clock.systemUTC());
    }

    @Test
    void whatADeliveryCarriedItCarriesInTheSameOrder() {
        List<Taken> taken =
                ledger.inTransaction(tx -> tx.waitingDeliveries().take(WAY, 10, false, holder.lease(LENGTH)));

        assertThat(carried(taken.get(0)))
                .isEqualTo(IntStream.range(0, EVENTS).mapToObj(i -> "e" + i).toList());
        assertThat(carried(taken.get(1))).containsExactly("e0", "e3", "e8", "e17", "e19");
        assertThat(((ToWrite) taken.get(0)).events().positions()).as("all").isEmpty();
    }

    @Test
    void whatWasNotDoneIsTakenUpAndItsBytesAreWhereTheyWere() {
        ledger.useTransaction(tx -> {
            List<InboxRow> small = tx.waitingFiles().takeSmall(holder.lease(LENGTH), 10, Set.of());
            assertThat(small).as("their bytes are in the archive").isEmpty();
            assertThat(tx.waitingFiles().takeLarge(holder.lease(LENGTH), Set.of()))
                    .map(InboxRow::id)
                    .contains(2L);
            assertThat(tx.waitingFiles().takeLarge(holder.lease(LENGTH), Set.of()))
                    .map(InboxRow::id)
                    .contains(3L);
            assertThat(tx.inbox().find(1).orElseThrow().content()).isEqualTo(KeptContent.inArchive("f".repeat(64), 10));
            assertThat(tx.outbox()
                            .find(3)
                            .orElseThrow()
                            .document()
                            .orElseThrow()
                            .content())
                    .isEqualTo(KeptContent.inArchive("e".repeat(64), 7));
        });
    }

    private List<String> carried(Taken delivery) {
        return CarriedEvents.of(ledger, (ToWrite) delivery);
    }

    private static void fill(Handle handle) {
        for (String state : List.of("TRANSLATED", "RECEIVED", "READ")) {
            handle.execute("""
                    insert into inbox (partner, wire, message_id, file_name, sha256, size, state, received_at, changed_at)
                    values ('farm', 'as2', ?, 'a.edi', repeat('f', 64), 10, ?, now(), now())
                    """, state, state);
        }
        handle.execute("""
                insert into interchange (inbox_id, partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                    control_number, usage, sha256, seen_at)
                values (1, 'farm', 'ZZ', 'A', 'ZZ', 'B', '1', 'P', 'f', now())
                """);
        handle.execute("""
                insert into transaction_set (inbox_id, interchange_id, ordinal, document, version, group_control_number,
                    set_control_number, document_number, purpose, state)
                values (1, 1, 1, '856', '004010', '1', '0001', 'ASN-1', 'original', 'TRANSLATED')
                """);
        PreparedBatch events = handle.prepareBatch("""
                insert into lot_event (event_id, inbox_id, set_id, partner, type, purpose, stored_at, event)
                values (?, 1, 1, 'farm', 'shipped', 'original', now(), cast(? as jsonb))
                """);
        for (int i = 0; i < EVENTS; i++) {
            LotEvent event = EventSamples.shipped("e" + i).lot("L" + i).event();
            events.add(event.eventId(), LotEventJson.line(event));
        }
        events.execute();
        delivery(handle, "all", "NEW", IntStream.range(0, EVENTS).toArray());
        delivery(handle, "some", "NEW", 0, 3, 8, 17, 19);
        delivery(handle, "written", "CONFIRMED", 1);
    }

    private static void delivery(Handle handle, String subscription, String state, int... carried) {
        long id = handle.createQuery("""
                        insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, set_id,
                            state, sha256, size, confirmation, next_attempt_at, created_at, changed_at)
                        values (:name, 'SUBSCRIPTION', 'erp', :name, 'events', 'jms', 1, 1,
                            :state, repeat('e', 64), 7, :state, now(), now(), now())
                        returning id
                        """)
                .bind("name", subscription)
                .bind("state", state)
                .mapTo(Long.class)
                .one();
        for (int position = 0; position < carried.length; position++) {
            handle.execute(
                    "insert into delivery_event (delivery_id, position, event_id) values (?, ?, ?)",
                    id,
                    position,
                    EventSamples.id("e" + carried[position]));
        }
    }
}
