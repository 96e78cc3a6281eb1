package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A row of the table of deliveries as a value. */
final class DeliveryRow {
    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                cargo(row),
                new Outbox.Way(row.getString("partner"), row.getString("wire")),
                row.getInt("attempts"),
                text(row.getString("acknowledgement")),
                progress(row));
    }

    private static Cargo cargo(ResultSet row) throws SQLException {
        long inboxId = row.getLong("inbox_id");
        return switch (DeliveryKind.valueOf(row.getString("kind"))) {
            case SUBSCRIPTION ->
                new Cargo.Document(
                        inboxId, row.getLong("set_id"), row.getString("subscription"), row.getString("format"));
            case ACKNOWLEDGEMENT -> new Cargo.Acknowledgement(inboxId, row.getString("format"));
            case MDN -> new Cargo.Mdn(inboxId, row.getString("address"));
            case NOTICE -> new Cargo.Notice(row.getString("format"));
            case ALERT -> new Cargo.Alert(row.getString("format"));
        };
    }

    private static DeliveryProgress progress(ResultSet row) throws SQLException {
        Instant next = row.getTimestamp("next_attempt_at").toInstant();
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return switch (state) {
            case NEW -> new DeliveryProgress.New(cause(row), next);
            case WRITTEN -> new DeliveryProgress.ToSend(written(row), cause(row), next);
            case SENT -> new DeliveryProgress.Sent(written(row), next);
            case CONFIRMED -> new DeliveryProgress.Confirmed(written(row), confirmation(row));
            case ACCEPTED, REJECTED ->
                new DeliveryProgress.Answered(
                        written(row),
                        state == DeliveryState.ACCEPTED,
                        row.getString("confirmation").isEmpty() ? Optional.empty() : Optional.of(confirmation(row)));
            case PARKED ->
                new DeliveryProgress.Parked(
                        row.getString("sha256") == null ? Optional.empty() : Optional.of(written(row)),
                        Cause.read(row, "last_error"));
            case DISMISSED ->
                new DeliveryProgress.Dismissed(
                        row.getString("sha256") == null ? Optional.empty() : Optional.of(written(row)),
                        Cause.read(row, "last_error"));
        };
    }

    private static Optional<Cause> cause(ResultSet row) throws SQLException {
        return row.getString("cause") == null ? Optional.empty() : Optional.of(Cause.read(row, "last_error"));
    }

    private static Confirmation confirmation(ResultSet row) throws SQLException {
        return new Confirmation(row.getString("confirmation"), Json.readMap(row.getString("confirmation_facts")));
    }

    private static WrittenContent written(ResultSet row) throws SQLException {
        return DeliveryKind.valueOf(row.getString("kind")) == DeliveryKind.MDN
                ? new WrittenMdn(content(row))
                : document(row);
    }

    static WrittenDocument document(ResultSet row) throws SQLException {
        return new WrittenDocument(
                content(row),
                row.getString("content_type"),
                row.getString("file_name"),
                row.getString("message_id"),
                envelope(row));
    }

    private static KeptContent content(ResultSet row) throws SQLException {
        return KeptContent.stored(row.getString("sha256"), row.getLong("size"), row.getBytes("content"));
    }

    private static Optional<SentEnvelope> envelope(ResultSet row) throws SQLException {
        String interchange = row.getString("interchange_control_number");
        return interchange.isEmpty()
                ? Optional.empty()
                : Optional.of(new SentEnvelope(
                        row.getString("usage"), interchange, text(row.getString("group_control_number"))));
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
