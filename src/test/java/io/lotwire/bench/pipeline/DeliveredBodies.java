package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the gateway has delivered, to be sent once more without it. */
final class DeliveredBodies {
    /** Enough that they differ. */
    private static final int MOST = 200;

    private DeliveredBodies() {}

    /** Bodies of a file's deliveries to a partner: small ones may stand in their row, the others lie in the archive. */
    static List<byte[]> of(DatabaseAddress database, Path data, long inbox, Subscription to)
            throws SQLException, IOException {
        Archive archive = Archive.in(data.resolve("archive"));
        List<byte[]> bodies = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement question = connection.prepareStatement(
                        "select content, sha256 from delivery where inbox_id = ? and partner = ? and state = 'CONFIRMED'"
                                + " limit " + MOST)) {
            question.setLong(1, inbox);
            question.setString(2, to.profileName());
            try (ResultSet found = question.executeQuery()) {
                while (found.next()) {
                    byte[] inRow = found.getBytes(1);
                    bodies.add(inRow == null ? Files.readAllBytes(archive.path(found.getString(2))) : inRow);
                }
            }
        }
        return bodies;
    }
}
