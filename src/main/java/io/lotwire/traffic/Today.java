package io.lotwire.traffic;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How it stands at this moment.
 *
 * @param parked how much waits for a person, by cause
 * @param waiting what is under way, by partner
 * @param overdue what partners have not answered in time
 * @param alerts how many alerts nobody has closed
 * @param recalls how many recalls are under way
 * @param lots how many lots may not go
 */
public record Today(
        Map<CauseCode, Long> parked,
        List<Waiting> waiting,
        List<Overdue> overdue,
        long alerts,
        long recalls,
        long lots) {
    public Today {
        overdue = List.copyOf(overdue);
        waiting = waiting.stream().sorted(Comparator.comparing(Waiting::since)).toList();
    }

    /**
     * Asks for it; the cost is that of what waits and is under way, however much came to its end.
     *
     * @param agreed which answers of partners are awaited
     */
    public static Today of(LedgerTransaction tx, List<Overdue.Agreed> agreed) {
        return new Today(
                new TreeMap<>(tx.status().parked()),
                tx.status().waiting(),
                Overdue.of(tx, agreed),
                count(tx, "select count(*) from alert where state <> 'closed'"),
                count(tx, "select count(*) from recall where closed_at is null"),
                count(tx, "select count(distinct lot_id) from lot_status where until is null"));
    }

    private static long count(LedgerTransaction tx, String question) {
        return tx.handle().createQuery(question).mapTo(Long.class).one();
    }

    /** How much waits for a person. */
    public long getParkedInAll() {
        return parked.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How much partners have not answered in time. */
    public long getOverdueInAll() {
        return overdue.stream().mapToLong(Overdue::count).sum();
    }

    /** How much is under way. */
    public long getUnderWay() {
        return waiting.stream().mapToLong(Waiting::count).sum();
    }

    /** Since when the oldest of it waits. */
    public Optional<Instant> getOldest() {
        return waiting.stream().map(Waiting::since).findFirst();
    }
}
