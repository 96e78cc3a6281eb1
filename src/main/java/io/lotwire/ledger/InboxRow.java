package io.lotwire.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the inbox.
 *
 * @param id its number
 * @param partner who sent it, by profile name; {@code ""} when unknown
 * @param wire how it came
 * @param messageId see {@link Arrival#messageId}
 * @param fileName see {@link Arrival#fileName}
 * @param content its bytes in the archive
 * @param progress how far it has come
 * @param receivedAt when it came in
 */
public record InboxRow(
        long id,
        String partner,
        String wire,
        String messageId,
        String fileName,
        KeptContent content,
        InboxProgress progress,
        Instant receivedAt) {
    /** How far it has come, in one word. */
    public InboxState state() {
        return progress.state();
    }

    /** Whether a person of ours made it from another one: its sender hears nothing of it. */
    public boolean isMended() {
        return wire.equals(Arrival.MENDED);
    }

    /** Why it was not taken, or waits for a person. */
    public Optional<Cause> cause() {
        return progress.cause();
    }
}
