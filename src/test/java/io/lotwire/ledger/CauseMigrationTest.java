package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database that an older version filled. */
class CauseMigrationTest {
    private static final String INBOX = """
            insert into inbox (partner, wire, message_id, file_name, sha256, size, state, reason, problems, conflicts_with,
                received_at, changed_at)
            values ('farm', 'jms', ?, 'a.edi', 'f', 1, ?, ?, cast(? as jsonb), ?, now(), now())
            """;
    private static final String SET = """
            insert into transaction_set (inbox_id, interchange_id, ordinal, document, version, group_control_number,
                set_control_number, document_number, purpose, state, problems)
            values (1, 1, ?, '856', '004010', '1', '0001', '', '', ?, cast(? as jsonb))
            """;
    private static final String DELIVERY = """
            insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, state, attempts,
                next_attempt_at, last_error, sha256, size, created_at, changed_at)
            values (?, 'ACKNOWLEDGEMENT', 'farm', '997', '997', 'as2', 1, ?, ?, now(), ?, 'f', 1, now(), now())
            """;

    @Test
    void itsRowsKeepTheirWordsAndGetTheCauseThatTheseTell() throws SQLException {
        DataSource database = TestDatabase.empty().unpooled();
        migrate(database, "13");
        Jdbi.create(database).useHandle(CauseMigrationTest::fill);

        Ledger.migrate(database);

        Ledger ledger = new Ledger(database, Clock.systemUTC());
        assertThat(asked(ledger, "select cause from inbox order by id"))
                .containsExactly(
                        null,
                        "MESSAGE_ID_REUSED",
                        "PROFILE_MISSING",
                        "READER_FAILED",
                        "NOT_READABLE",
                        "CAME_BEFORE",
                        "NOT_USABLE");
        assertThat(asked(ledger, "select cause || ': ' || reason from transaction_set order by id"))
                .containsExactly(
                        null,
                        "NOT_USABLE: SE01 counts 9 segments.",
                        "MAPPING_MISSING: There is none.",
                        "MAPPING_FAILED: It failed.",
                        "TEXT_TO_READ: farm writes: hello",
                        "DOCUMENT_INCOMPLETE: The item has no lot.",
                        "UNKNOWN: ");
        assertThat(asked(ledger, "select cause from delivery order by id"))
                .containsExactly(
                        null,
                        "ATTEMPT_FAILED",
                        "RECEIPT_MISSING",
                        "SUBSCRIPTION_MISSING",
                        "DOCUMENT_UNWRITABLE",
                        "REFUSED_BY_PARTNER",
                        "ADDRESS_MOVED",
                        "ATTEMPTS_EXHAUSTED",
                        "UNKNOWN");
        ledger.useTransaction(tx -> {
            assertThat(tx.inbox().find(3).orElseThrow().progress())
                    .isEqualTo(new InboxProgress.Parked(new Cause(
                            CauseCode.PROFILE_MISSING, "There is no working profile of 'farm' or of ourselves.")));
            assertThat(tx.outbox().find(2).orElseThrow().cause())
                    .contains(new Cause(CauseCode.ATTEMPT_FAILED, "connection refused"));
            assertThat(tx.status().parked())
                    .containsEntry(CauseCode.MAPPING_FAILED, 1L)
                    .containsEntry(CauseCode.UNKNOWN, 2L)
                    .doesNotContainKey(CauseCode.NOT_USABLE);
        });
    }

    private static void fill(Handle handle) {
        handle.execute(INBOX, "1", "READ", "", "[]", null);
        handle.execute(INBOX, "1", "PARKED", "Message id 1 was used before with other content.", "[]", 1L);
        handle.execute(INBOX, "3", "PARKED", "There is no working profile of 'farm' or of ourselves.", "[]", null);
        handle.execute(INBOX, "4", "PARKED", "The reader failed on this file: null", "[]", null);
        handle.execute(INBOX, "5", "PARKED", "The JMS message is a MapMessage.", "[]", null);
        handle.execute(INBOX, "6", "REJECTED", "It came before.", "[{\"code\": \"INTERCHANGE_DUPLICATE\"}]", null);
        handle.execute(INBOX, "7", "REJECTED", "There is nothing in it that can be used.", "[]", null);
        handle.execute("""
                insert into interchange (inbox_id, partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                    control_number, usage, sha256, seen_at)
                values (1, 'farm', 'ZZ', 'A', 'ZZ', 'B', '1', 'P', 'f', now())
                """);
        handle.execute(SET, 1, "ACCEPTED", "[]");
        handle.execute(SET, 2, "REJECTED", problem("SET_COUNT", "error", "SE01 counts 9 segments."));
        handle.execute(SET, 3, "PARKED", problem("NO_MAPPING", "error", "There is none."));
        handle.execute(SET, 4, "PARKED", problem("MAPPING_FAILED", "error", "It failed."));
        handle.execute(SET, 5, "PARKED", problem("TEXT_TO_READ", "warning", "farm writes: hello"));
        handle.execute(SET, 6, "PARKED", problem("LOT_REQUIRED", "error", "The item has no lot."));
        handle.execute(SET, 7, "PARKED", "[]");
        handle.execute(DELIVERY, "1", "WRITTEN", 0, "");
        handle.execute(DELIVERY, "2", "WRITTEN", 1, "connection refused");
        handle.execute(DELIVERY, "3", "WRITTEN", 1, "No receipt came in time");
        handle.execute(DELIVERY, "4", "PARKED", 0, "The profile of 'farm' has no working subscription 'all': add it.");
        handle.execute(DELIVERY, "5", "PARKED", 0, "The document cannot be written: no place for it.");
        handle.execute(DELIVERY, "6", "PARKED", 0, "REFUSED: decryption-failed");
        handle.execute(DELIVERY, "7", "PARKED", 0, "REDIRECTED: the server points elsewhere");
        handle.execute(DELIVERY, "8", "PARKED", 440, "connection refused");
        handle.execute(DELIVERY, "9", "PARKED", 3, "something else");
    }

    private static String problem(String code, String severity, String message) {
        return "[{\"code\": \"" + code + "\", \"severity\": \"" + severity + "\", \"place\": \"a.edi\", \"message\": \""
                + message + "\"}]";
    }

    private static List<String> asked(Ledger ledger, String query) {
        return ledger.inTransaction(
                tx -> tx.handle().createQuery(query).mapTo(String.class).list());
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure(CauseMigrationTest.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
