package io.lotwire.ledger;

import java.time.Instant;

/**
 * What of one partner waits for the same thing.
 *
 * @param partner whose files they are, or to whom deliveries go
 * @param stage what they wait for
 * @param count how many
 * @param since when the oldest came in, or was made
 */
public record Waiting(String partner, Stage stage, long count, Instant since) {
    /** What comes next. */
    public enum Stage {
        /** A file is read and stored. */
        STORE,
        /** A document is written for a subscriber. */
        WRITE,
        /** It is sent, and the partner's wire confirms it. */
        SEND,
        /** The partner's receipt comes in a message of its own. */
        RECEIPT
    }
}
