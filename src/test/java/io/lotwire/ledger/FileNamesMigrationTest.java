package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database with deliveries in whose file names the word stands instead of the number. */
class FileNamesMigrationTest {
    private static final List<String> STATES = List.of("NEW", "WRITTEN", "PARKED", "CONFIRMED");

    @Test
    void whatIsNotDeliveredYetGetsItsNumberAndWhatWasDeliveredKeepsTheNameThatItHasThere() throws SQLException {
        DataSource database = TestDatabase.atVersion("17").unpooled();
        Jdbi.create(database).useHandle(FileNamesMigrationTest::fill);

        Ledger.migrate(database);

        assertThat(Jdbi.create(database).withHandle(FileNamesMigrationTest::names))
                .isEqualTo(Map.of(
                        "NEW",
                        "",
                        "WRITTEN",
                        "lots-2.csv",
                        "PARKED",
                        "lots-3.csv",
                        "CONFIRMED",
                        "lots-_delivery_.csv"));
    }

    private static void fill(Handle handle) {
        handle.execute("""
                insert into inbox (partner, wire, message_id, file_name, sha256, size, state, received_at, changed_at)
                values ('farm', 'as2', '1', 'a.edi', repeat('f', 64), 10, 'TRANSLATED', now(), now())
                """);
        for (String state : STATES) {
            handle.execute(
                    """
                    insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, state, sha256, size,
                        file_name, cause, confirmation, next_attempt_at, created_at, changed_at)
                    values (?, 'SUBSCRIPTION', 'erp', 'lots', 'lot-csv', 'sftp', 1, ?, repeat('e', 64), 7, ?, ?, '', now(), now(), now())
                    """,
                    state,
                    state,
                    state.equals("NEW") ? "" : "lots-_delivery_.csv",
                    state.equals("PARKED") ? "DEADLINE_PAST" : null);
        }
    }

    private static Map<String, String> names(Handle handle) {
        return handle
                .createQuery("select state, file_name as name from delivery")
                .map((row, context) -> Map.entry(row.getString("state"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
