package io.lotwire.ledger;

import io.lotwire.lot.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
        KeptContent content = KeptContent.inRow("content".getBytes(StandardCharsets.UTF_8));
        return tx.inbox()
                .receive(new Arrival(partner, "as2", messageId, "", content, Optional.empty()))
                .id();
    }

    /** A translated transaction set of an inbox row, in an interchange of its own. */
    public static long set(
            LedgerTransaction tx, long inboxId, String partner, String document, String number, Purpose purpose) {
        return sets(tx, inboxId, partner, document, List.of(number), purpose).get(0);
    }

    /** Translated transaction sets with these numbers likewise, in one interchange. */
    public static List<Long> sets(
            LedgerTransaction tx,
            long inboxId,
            String partner,
            String document,
            List<String> numbers,
            Purpose purpose) {
        String control = Integer.toString(COUNTER.incrementAndGet());
        InterchangeKey key = new InterchangeKey(partner, "ZZ", "SENDER", "ZZ", "RECEIVER", control, "P");
        long interchange = tx.interchanges()
                .keep(List.of(new SeenInterchanges.Seen(inboxId, key, "f".repeat(64), Instant.EPOCH)))
                .get(0)
                .interchangeId();
        List<ReadSet> read = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            read.add(new ReadSet(
                    new ReadSet.Place(inboxId, i + 1),
                    interchange,
                    document,
                    "004010",
                    "1",
                    "0001",
                    new SetProgress.Accepted(false),
                    List.of()));
        }
        List<Long> sets = tx.sets().keep(read);
        List<SetOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            outcomes.add(new SetOutcome(
                    sets.get(i), new SetProgress.Translated(numbers.get(i)), purpose, List.of(), Optional.empty()));
        }
        tx.sets().settle(outcomes);
        return sets;
    }
}
