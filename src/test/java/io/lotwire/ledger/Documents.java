package io.lotwire.ledger;

import io.lotwire.lot.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Documents in a ledger, for tests that need something to hang events and deliveries on. */
public final class Documents {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Documents() {}

    /** A new inbox row. */
    public static long inbox(LedgerTransaction tx, String partner) {
        String messageId = "<" + COUNTER.incrementAndGet() + "@test>";
        ArchivedContent content = new ArchivedContent("0".repeat(64), 10);
        return tx.inbox()
                .receive(new Arrival(partner, "as2", messageId, "", content, Optional.empty()))
                .id();
    }

    /** A translated transaction set of an inbox row, in an interchange of its own. */
    public static long set(
            LedgerTransaction tx, long inboxId, String partner, String document, String number, Purpose purpose) {
        String control = Integer.toString(COUNTER.incrementAndGet());
        InterchangeKey key = new InterchangeKey(partner, "ZZ", "SENDER", "ZZ", "RECEIVER", control, "P");
        long interchange = tx.interchanges()
                .keep(inboxId, key, "f".repeat(64), Instant.EPOCH)
                .interchangeId();
        long set = tx.sets()
                .keep(new ReadSet(
                        inboxId,
                        interchange,
                        1,
                        document,
                        "004010",
                        "1",
                        "0001",
                        new SetProgress.Accepted(false),
                        List.of()));
        tx.sets().move(set, new SetProgress.Translated(number), purpose, List.of());
        return set;
    }
}
