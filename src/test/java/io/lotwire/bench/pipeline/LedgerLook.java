package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the gateway's database says of its work, asked from outside. */
final class LedgerLook implements AutoCloseable {
    private final Connection connection;
    /** Prepared once, as it is asked very often. */
    private final PreparedStatement state;

    LedgerLook(DatabaseAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        state = connection.prepareStatement("select state, reason from inbox where id = ?");
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

    /** Whether a file is stored, by its number in the inbox. */
    boolean stored(long inbox) throws SQLException {
        state.setLong(1, inbox);
        try (ResultSet row = state.executeQuery()) {
            row.next();
            String now = row.getString(1);
            if (now.equals("REJECTED") || now.equals("PARKED")) {
                throw new IllegalStateException("The file was not taken: " + now + " " + row.getString(2));
            }
            return now.equals("TRANSLATED");
        }
    }

    /** The number of a message in the inbox. */
    long inbox(String messageId) throws SQLException {
        return number("select id from inbox where message_id = ?", messageId);
    }

    /** Deliveries to a partner that their wire has confirmed. */
    long confirmed(String partner) throws SQLException {
        return number("select count(*) from delivery where partner = ? and state = 'CONFIRMED'", partner);
    }

    /** What was delivered to a partner, the last ones first: where it lies in the archive. */
    List<byte[]> delivered(String partner, int most) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(
                "select content from delivery where partner = ? and state = 'CONFIRMED' order by id desc limit "
                        + most)) {
            question.setString(1, partner);
            try (ResultSet found = question.executeQuery()) {
                List<byte[]> contents = new ArrayList<>();
                while (found.next()) {
                    contents.add(found.getBytes(1));
                }
                return contents;
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
