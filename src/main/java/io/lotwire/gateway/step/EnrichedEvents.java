package io.lotwire.gateway.step;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The lot events of a document, each as its sender states it and as it is when the registry has completed it.
 *
 * @param stated the events as their sender states them, in the order of the document
 * @param completing gives as many events as it is given, in the same order, completed
 * @param atOnce so many are completed together
 */
public record EnrichedEvents(
        EventSource stated, BiFunction<LedgerTransaction, List<LotEvent>, List<LotEvent>> completing, int atOnce) {
    /** Enough that asking the registry costs little beside them, and few enough for any memory. */
    private static final int PORTION = 2000;

    /** No events. */
    static final EnrichedEvents NONE = of(List.of(), List.of());

    /** Takes events one by one. */
    @FunctionalInterface
    interface Taker {
        /** Takes the next one, as it was stated and as it is complete. */
        void take(LotEvent stated, LotEvent complete) throws IOException;
    }

    /** Events that are completed already. */
    static EnrichedEvents of(List<LotEvent> stated, List<LotEvent> complete) {
        return new EnrichedEvents(EventSource.of(stated), (tx, all) -> complete, Integer.MAX_VALUE);
    }

    /** Events that are completed when they are stored, so that few of them are in memory. */
    static EnrichedEvents whenStored(
            EventSource stated, BiFunction<LedgerTransaction, List<LotEvent>, List<LotEvent>> completing) {
        return new EnrichedEvents(stated, completing, PORTION);
    }

    /** Whether they are in memory. */
    boolean areInMemory() {
        return atOnce != PORTION;
    }

    /** How many there are. */
    int count() {
        return stated.count();
    }

    /** Hands each over, in the order of the document; nothing may be learned of their lots meanwhile. */
    void forEach(LedgerTransaction tx, Taker taker) throws IOException {
        List<LotEvent> portion = new ArrayList<>();
        stated.forEach(event -> {
            portion.add(event);
            if (portion.size() == atOnce) {
                handOver(tx, portion, taker);
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            handOver(tx, portion, taker);
        }
    }

    private void handOver(LedgerTransaction tx, List<LotEvent> some, Taker taker) throws IOException {
        List<LotEvent> complete = completing.apply(tx, some);
        for (int i = 0; i < some.size(); i++) {
            taker.take(some.get(i), complete.get(i));
        }
    }
}
