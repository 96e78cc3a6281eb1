package io.lotwire.question;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.LotSearch;
import io.lotwire.registry.TraceDirection;
import java.util.List;
import java.util.Optional;

/**
 * Where lots came from, and where they went.
 *
 * @param start from what is traced
 * @param product only lots of this product; to be said where the start is {@link TraceStart.Days}
 * @param direction which way
 */
public record TraceQuestion(TraceStart start, Optional<Gtin> product, TraceDirection direction) {
    /** So many lots are told of; of more there is the count. */
    private static final int MOST_LOTS = 50;

    public TraceQuestion {
        if (start instanceof TraceStart.Days && product.isEmpty()) {
            throw new IllegalArgumentException("days are of a product");
        }
    }

    /** Asks; each lot in a transaction of its own. */
    public TraceAnswers ask(Ledger ledger) {
        List<LotSearch.Found> lots = ledger.inTransaction(tx -> lots(new LotSearch(tx)));
        List<TraceAnswer> answers = lots.stream()
                .limit(MOST_LOTS)
                .map(lot -> ledger.inTransaction(tx -> TraceAnswer.of(tx, lot, direction)))
                // Of what was cancelled there is nothing to tell, unless it was asked for.
                .filter(answer -> isOfLot() || answer.isKnown())
                .toList();
        return new TraceAnswers(answers, Math.max(0, lots.size() - MOST_LOTS), isOfLot());
    }

    private boolean isOfLot() {
        return start instanceof TraceStart.Lot;
    }

    private List<LotSearch.Found> lots(LotSearch search) {
        if (start instanceof TraceStart.Lot lot) {
            return List.of(new LotSearch.Found(lot.code(), product));
        }
        return found(search).stream()
                .filter(lot -> product.isEmpty() || product.equals(lot.gtin()))
                .toList();
    }

    private List<LotSearch.Found> found(LotSearch search) {
        if (start instanceof TraceStart.Unit unit) {
            return search.onUnit(unit.sscc());
        }
        if (start instanceof TraceStart.Document document) {
            return search.inDocuments(document.number());
        }
        if (start instanceof TraceStart.Interchange interchange) {
            return search.inInterchanges(interchange.number());
        }
        if (start instanceof TraceStart.Message message) {
            return search.inMessage(message.id());
        }
        TraceStart.Days days = (TraceStart.Days) start;
        return search.ofProduct(product.orElseThrow(), days.from(), days.to());
    }
}
