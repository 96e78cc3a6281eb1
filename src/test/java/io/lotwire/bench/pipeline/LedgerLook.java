package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * What the gateway's database says of its work, asked from outside. What is asked while a clock runs costs the same however
 * many rows there are: it goes by an index, to few rows.
 */
final class LedgerLook implements AutoCloseable {
    /** The conditions are those of the gateway's partial indexes. */
    private static final String AT_WORK =
            "select exists (select from inbox where state = 'RECEIVED' and content is not null)"
                    + " or exists (select from inbox where state = 'READ' or state = 'RECEIVED' and content is null)"
                    + " or exists (select from delivery where state in ('NEW', 'WRITTEN', 'SENT'))";

    private final Connection connection;
    /** These are asked very often. */
    private final PreparedStatement atWork;

    private final PreparedStatement state;

    LedgerLook(DatabaseAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        atWork = connection.prepareStatement(AT_WORK);
        state = connection.prepareStatement("select state, reason from inbox where id = ?");
    }

    /** Whether files are taken and not yet stored, or deliveries on their way. */
    boolean atWork() throws SQLException {
        try (ResultSet row = atWork.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
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

    /** The number of a farm's AS2 message in the inbox, once its MDN has come. */
    long inbox(Farm farm, String messageId) throws SQLException {
        return number(
                        "select id from inbox where partner = ? and wire = 'as2' and message_id = ?"
                                + " and conflicts_with is null",
                        farm.profileName(),
                        messageId)
                .orElseThrow();
    }

    /** The highest number in the inbox. */
    long lastInbox() throws SQLException {
        return number("select coalesce(max(id), 0) from inbox").orElseThrow();
    }

    /** The first number in the inbox, after another, of what a farm sent. */
    OptionalLong inboxAfter(long inbox, Farm farm) throws SQLException {
        return number(
                "select id from inbox where id > ? and partner = ? order by id limit 1", inbox, farm.profileName());
    }

    /** Lot events of the files whose numbers in the inbox are higher. Counts them: not while a clock runs. */
    long eventsAfter(long inbox) throws SQLException {
        return number(
                        "select count(*) from lot_event join transaction_set on set_id = transaction_set.id"
                                + " where transaction_set.inbox_id > ?",
                        inbox)
                .orElseThrow();
    }

    /** Deliveries to a partner, of one file, that their wire has confirmed. */
    long confirmed(long inbox, Subscription to) throws SQLException {
        return number(
                        "select count(*) from delivery where inbox_id = ? and partner = ? and state = 'CONFIRMED'",
                        inbox,
                        to.profileName())
                .orElseThrow();
    }

    /** Those that it has not; a big set may have become several. */
    long notConfirmed(long inbox, Subscription to) throws SQLException {
        return number(
                        "select count(*) from delivery where inbox_id = ? and partner = ? and state <> 'CONFIRMED'",
                        inbox,
                        to.profileName())
                .orElseThrow();
    }

    /** A text that changes when rows are written. */
    String life() throws SQLException {
        return number("select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_user_tables")
                        .orElseThrow() + " rows written";
    }

    private OptionalLong number(String query, Object... values) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                question.setObject(i + 1, values[i]);
            }
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
