package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the gateway's database says of its work, asked from outside. */
final class LedgerLook implements AutoCloseable {
    private final Connection connection;

    LedgerLook(DatabaseAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Lot events that are stored. */
    long events() throws SQLException {
        return number("select count(*) from lot_event");
    }

    /** Files that are taken and not yet stored, and deliveries that are on their way. */
    long waiting() throws SQLException {
        return number("select (select count(*) from inbox where state in ('RECEIVED', 'READ'))"
                + " + (select count(*) from delivery where state in ('NEW', 'WRITTEN', 'SENT'))");
    }

    /** Whether the file of a message is stored. */
    boolean stored(String messageId) throws SQLException {
        return state(messageId).equals("TRANSLATED");
    }

    /** The number of a message in the inbox. */
    long inbox(String messageId) throws SQLException {
        return number("select id from inbox where message_id = ?", messageId);
    }

    private String state(String messageId) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select state, reason from inbox where message_id = ?")) {
            question.setString(1, messageId);
            try (ResultSet row = question.executeQuery()) {
                String state = row.next() ? row.getString(1) : "";
                if (state.equals("REJECTED") || state.equals("PARKED")) {
                    throw new IllegalStateException("The file was not taken: " + state + " " + row.getString(2));
                }
                return state;
            }
        }
    }

    private long number(String query, String... values) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                question.setString(i + 1, values[i]);
            }
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
