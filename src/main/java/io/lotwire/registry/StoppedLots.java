package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.LotEvent;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which lots of some events may not go now. */
public final class StoppedLots {
    private final LotBook book;
    private final Map<Long, List<LotStatus>> standing;

    StoppedLots(LotBook book, Map<Long, List<LotStatus>> standing) {
        this.book = book;
        this.standing = standing;
    }

    /** Those of the lots of these events; it takes two statements. */
    public static StoppedLots of(LedgerTransaction transaction, Collection<LotEvent> events) {
        return of(transaction, new LotRegistry(transaction).book(codes(events)));
    }

    static StoppedLots of(LedgerTransaction transaction, LotBook book) {
        return new StoppedLots(book, new LotStatuses(transaction).standing(book.numbers()));
    }

    static Collection<String> codes(Collection<LotEvent> events) {
        return events.stream()
                .filter(event -> event.lot() != null)
                .map(event -> event.lot().code())
                .collect(Collectors.toSet());
    }

    /** In what ways the lot of an event may not go. Where several may be meant, as if it were each of them. */
    public List<LotStatus> of(LotEvent event) {
        if (standing.isEmpty() || event.lot() == null) {
            return List.of();
        }
        LotMatch match = LotMatch.of(event.item(), book.with(event.lot().code()));
        if (match instanceof LotMatch.Found found) {
            return of(found.lot());
        }
        return match instanceof LotMatch.Ambiguous ambiguous
                ? ambiguous.lots().stream().flatMap(lot -> of(lot).stream()).toList()
                : List.of();
    }

    List<LotStatus> of(KnownLot lot) {
        return standing.getOrDefault(lot.id(), List.of());
    }
}
