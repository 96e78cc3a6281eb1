package io.lotwire.lot;

import java.util.List;

/**
 * What a document states of goods that change their owner: of a medicine the transaction information that an event does not have
 * already (21 U.S.C. 360eee(26)), and the statements that go with it.
 *
 * @param date the day of the transaction in ISO 8601, {@code ""} when not stated
 * @param from who owned the goods, null when not stated; not who they are sent by
 * @param to who owns them then, null when not stated
 * @param strengthAndForm strength and dosage form in words, {@code ""} when not stated
 * @param containerSize how much a container holds, null when not stated
 * @param statements what is confirmed or denied, at least one
 */
public record Transfer(
        String date,
        Party from,
        Party to,
        String strengthAndForm,
        Quantity containerSize,
        List<TransactionStatement> statements) {
    public Transfer {
        statements = List.copyOf(statements);
    }
}
