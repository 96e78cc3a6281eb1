package io.lotwire.traffic;

import io.lotwire.ledger.Cause;
import io.lotwire.ledger.InboxState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that came in, in a line.
 *
 * @param id its number in the inbox
 * @param partner who sent it, by profile name; {@code ""} when unknown
 * @param wire how it came
 * @param name its name, or the Message-ID where it has none
 * @param size its bytes
 * @param state how far it has come
 * @param cause why it was not taken, or waits for a person
 * @param receivedAt when it came
 * @param documents the first of its documents, such as {@code 856 4711}
 * @param more so many more of them there are
 * @param refused whether some of its documents were rejected
 * @param waits whether some of its documents are parked
 */
public record FileLine(
        long id,
        String partner,
        String wire,
        String name,
        long size,
        InboxState state,
        Optional<Cause> cause,
        Instant receivedAt,
        List<String> documents,
        int more,
        boolean refused,
        boolean waits) {
    public FileLine {
        documents = List.copyOf(documents);
    }
}
