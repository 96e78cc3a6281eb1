package io.lotwire.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Receives AS2 messages and asynchronous MDNs. Safe for use by many threads; keeps nothing between requests. */
public final class As2Receiver {
    private final Path spool;
    private final As2Limits limits;
    private final Clock clock;

    /**
     * @param spool where each message gets its own folder; made when missing
     * @param limits the most that a message may be
     * @param clock against which certificates are valid
     */
    public As2Receiver(Path spool, As2Limits limits, Clock clock) {
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes one request. Whatever the sender does wrong comes out as {@link Received.Refused}, with its answer.
     *
     * @param headers the HTTP headers; names in any case
     * @param body the HTTP body; read to its end unless it exceeds the limit
     * @param agreements the agreement for the names on a message, empty when there is none
     * @throws IOException when the sender's connection breaks or our own disk fails; nothing is kept, and a 503 is the
     *     answer if one can still be given
     */
    public Received receive(
            Map<String, List<String>> headers, InputStream body, Function<As2Ids, Optional<As2Agreement>> agreements)
            throws IOException {
        if (limits.parts() > 1) {
            throw new UnsupportedOperationException(spool + " " + clock);
        }
        return null;
    }

    /**
     * The answer (in place of the message's own) for a message that was fine and is declined all the same: its
     * Message-ID was used before with other content, or it cannot be processed.
     */
    public HttpAnswer decline(Received.Message message, Refusal refusal) {
        if (limits.parts() > 1) {
            throw new UnsupportedOperationException(message + " " + refusal);
        }
        return null;
    }
}
