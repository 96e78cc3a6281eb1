package io.lotwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAddressTest {
    @TempDir
    private Path folder;

    @Test
    void noSessionStartsWorkersOrCompilesForAQuestion() throws Exception {
        try (DataFolder data = DataFolder.lock(folder, "test");
                EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = database.address().unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('max_parallel_workers_per_gather'), current_setting('jit')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("0");
            assertThat(row.getString(2)).isEqualTo("off");
        }
    }

    @Test
    void optionsThatTheUrlHasStay() {
        String given = "jdbc:postgresql://db/lotwire?options=-c%20jit=on";

        assertThat(new DatabaseAddress(given, "lotwire", "").sessionUrl()).isEqualTo(given);
        assertThat(new DatabaseAddress("jdbc:postgresql://db/lotwire?ssl=true", "lotwire", "").sessionUrl())
                .startsWith("jdbc:postgresql://db/lotwire?ssl=true&options=");
    }
}
