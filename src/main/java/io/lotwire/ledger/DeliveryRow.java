package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** A row of the table of deliveries as a value. */
final class DeliveryRow {
    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        long setId = row.getLong("set_id");
        OptionalLong set = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(setId);
        return new Delivery(
                row.getLong("id"),
                DeliveryKind.valueOf(row.getString("kind")),
                row.getString("partner"),
                row.getString("subscription"),
                row.getString("format"),
                row.getString("wire"),
                row.getLong("inbox_id"),
                set,
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getString("last_error"),
                row.getString("address"),
                written(row),
                row.getString("confirmation"),
                Json.readMap(row.getString("confirmation_facts")),
                row.getString("acknowledgement"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Optional<WrittenDelivery> written(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        if (sha256 == null) {
            return Optional.empty();
        }
        return Optional.of(new WrittenDelivery(
                new ArchivedContent(sha256, row.getLong("size")),
                row.getString("content_type"),
                row.getString("file_name"),
                row.getString("message_id"),
                row.getString("usage"),
                row.getString("interchange_control_number"),
                row.getString("group_control_number")));
    }
}
