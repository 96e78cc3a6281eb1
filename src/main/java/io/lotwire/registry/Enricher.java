package io.lotwire.registry;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content enricher: fills what an event leaves out with what the registry knows of its lot. What the event says stays
 * as it is, the lot code above all; where the registry disagrees, the event gets an issue.
 */
public final class Enricher {
    private final LotBook book;

    /** An enricher from what is known of the lots of the events that it will be given. */
    public Enricher(LotBook book) {
        this.book = book;
    }

    /** An enricher for these events, from what the registry knows of their lots. */
    public static Enricher of(LotRegistry registry, List<LotEvent> events) {
        return new Enricher(registry.book(events.stream()
                .filter(event -> event.lot() != null)
                .map(event -> event.lot().code())
                .collect(Collectors.toSet())));
    }

    /** Knows from now on what these events say, too. */
    public void learn(List<LotEvent> events) {
        book.learn(events);
    }

    /**
     * Completes events.
     *
     * @param events of one document
     * @param expectation whether their lots should be known; only then an unknown lot is an issue
     * @return the same events in the same order
     */
    public List<LotEvent> complete(List<LotEvent> events, Expectation expectation) {
        return events.stream()
                .map(event -> event.lot() == null
                        ? event
                        : complete(event, book.with(event.lot().code()), expectation))
                .toList();
    }

    private static LotEvent complete(LotEvent event, List<KnownLot> sameCode, Expectation expectation) {
        LotMatch match = LotMatch.of(event.item(), sameCode);
        if (match instanceof LotMatch.Found found) {
            return completeFrom(found.lot(), event);
        }
        if (expectation == Expectation.MAY_BE_NEW) {
            return event;
        }
        return event.enriched(event.item(), event.lot(), List.of(doubt(event, match)));
    }

    private static LotEvent completeFrom(KnownLot known, LotEvent event) {
        Lot lot = event.lot();
        Lot facts = known.lot();
        List<Issue> issues = new ArrayList<>();
        if (!lot.expires().isEmpty()
                && !facts.expires().isEmpty()
                && !lot.expires().equals(facts.expires())) {
            issues.add(new Issue(
                    IssueCode.EXPIRY_CONFLICT,
                    Severity.WARNING,
                    "The document says that lot " + lot.code() + " expires " + lot.expires() + ", the registry says "
                            + facts.expires() + "; ask the sender which is right."));
        }
        Lot complete = new Lot(
                lot.code(),
                lot.kind(),
                first(lot.expires(), facts.expires()),
                first(lot.bestBefore(), facts.bestBefore()),
                first(lot.manufactured(), facts.manufactured()),
                first(lot.packed(), facts.packed()),
                first(lot.harvested(), facts.harvested()),
                lot.source() == null ? facts.source() : lot.source(),
                lot.certainty());
        Item item = event.item();
        Item completeItem = new Item(
                item.gtin() == null ? known.gtin() : item.gtin(),
                item.ids(),
                first(item.description(), known.description()));
        return event.enriched(completeItem, complete, issues);
    }

    private static Issue doubt(LotEvent event, LotMatch match) {
        String code = event.lot().code();
        if (match instanceof LotMatch.OtherItem other) {
            return new Issue(
                    IssueCode.LOT_ITEM_MISMATCH,
                    Severity.WARNING,
                    "Lot " + code + " is known for " + items(other.lots()) + ", not for " + ItemWords.of(event.item())
                            + "; check the item and the lot code.");
        }
        if (match instanceof LotMatch.Ambiguous ambiguous) {
            return new Issue(
                    IssueCode.LOT_ITEM_MISMATCH,
                    Severity.WARNING,
                    "Lot " + code + " is known for " + items(ambiguous.lots())
                            + ", and the document does not say which; it should name the GTIN.");
        }
        return new Issue(
                IssueCode.LOT_UNKNOWN,
                Severity.WARNING,
                "No document named lot " + code + " before; check the lot code, or import the lot.");
    }

    private static String items(List<KnownLot> lots) {
        return lots.stream().map(ItemWords::of).collect(Collectors.joining(" and "));
    }

    private static String first(String said, String known) {
        return said.isEmpty() ? known : said;
    }
}
