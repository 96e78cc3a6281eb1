package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.problem.Severity;
import io.lotwire.registry.doubt.KnownFacts;
import io.lotwire.registry.doubt.LotDoubts;
import io.lotwire.registry.master.KnownProduct;
import io.lotwire.registry.master.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content enricher: fills what an event leaves out with what the registry knows of its lot. What the event says stays
 * as it is, the lot code above all; where the registry disagrees, the event gets an issue.
 */
public final class Enricher {
    /** A company prefix of fewer digits is rare; of its other lots one is then told to be unknown rather than mistaken. */
    private static final int SHORTEST_PREFIX = 6;

    private final LotBook book;
    private final StoppedLots stopped;
    private final Products products;
    private final ShippedUnits units;

    private Enricher(LotBook book, StoppedLots stopped, Products products, ShippedUnits units) {
        this.book = book;
        this.stopped = stopped;
        this.products = products;
        this.units = units;
    }

    /** An enricher for events without a lot. */
    public Enricher() {
        this(new LotBook(), new StoppedLots(new LotBook(), Map.of()), Products.NONE, new ShippedUnits());
    }

    /** An enricher for these events, from what the registry knows of their lots; it takes the same few statements. */
    public static Enricher of(LotRegistry registry, List<LotEvent> events) {
        LotBook book = registry.book(StoppedLots.codes(events));
        LedgerTransaction transaction = registry.transaction();
        Stream<Item> items =
                events.stream().filter(event -> event.lot() != null).map(LotEvent::item);
        return new Enricher(
                book,
                StoppedLots.of(transaction, book),
                Products.of(
                        transaction,
                        Stream.concat(items, book.products().stream()).toList()),
                ShippedUnits.of(transaction, events));
    }

    /** Knows from now on what these events of one document say, too. */
    public void learn(List<LotEvent> events) {
        book.learn(events);
        units.learn(events);
    }

    /**
     * Completes events.
     *
     * @param events all of one document
     * @param asked what is asked of their lots
     * @return the same events in the same order
     */
    public List<LotEvent> complete(List<LotEvent> events, Asked asked) {
        return OrderedQuantities.doubted(completePart(events, asked));
    }

    /**
     * Completes a part of the events of a document likewise; what is doubtful about the document as a whole is not told.
     *
     * @param events some of one document
     */
    public List<LotEvent> completePart(List<LotEvent> events, Asked asked) {
        return units.doubted(events.stream()
                .map(event -> event.lot() == null ? event : complete(event, asked))
                .toList());
    }

    private LotEvent complete(LotEvent event, Asked asked) {
        LotMatch match = LotMatch.of(event.item(), book.with(event.lot().code()));
        Optional<KnownLot> known = match instanceof LotMatch.Found found ? Optional.of(found.lot()) : Optional.empty();
        LotEvent complete = known.map(lot -> completeFrom(lot, event)).orElse(event);
        Optional<KnownProduct> product = products.of(complete.item());
        Item item = complete.item();
        if (item.description().isEmpty() && product.isPresent()) {
            item = item.withDescription(product.get().description());
        }
        List<Issue> issues = new ArrayList<>();
        if (known.isEmpty() && asked.expectation() == Expectation.KNOWN) {
            issues.add(doubt(event, match));
        }
        KnownFacts facts = new KnownFacts(
                known.map(KnownLot::lot), known.map(KnownLot::originGln).orElse(""), product, stopped.of(event));
        issues.addAll(LotDoubts.of(
                event,
                complete,
                facts,
                asked.rules(),
                asked.assigns(),
                asked.minimum().apply(event)));
        return issues.isEmpty() && item.equals(event.item()) && complete.lot().equals(event.lot())
                ? event
                : event.enriched(item, complete.lot(), issues);
    }

    private static LotEvent completeFrom(KnownLot known, LotEvent event) {
        Lot lot = event.lot();
        Lot facts = known.lot();
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
        return event.enriched(completeItem, complete, List.of());
    }

    /**
     * Whether nothing shows that somebody else gave a lot of theirs the same code: another source of the code, or a GTIN of
     * another company. GS1 gives companies prefixes of different lengths; those of two companies differ in what the shortest has.
     */
    private static boolean mayBeOfOneOwner(LotEvent event, KnownLot known) {
        LotSource said = event.lot().source();
        LotSource before = known.lot().source();
        if (said != null
                && before != null
                && !said.gln().isEmpty()
                && !before.gln().isEmpty()) {
            return said.gln().equals(before.gln());
        }
        return event.item().gtin() == null
                || known.gtin() == null
                || company(event.item().gtin()).equals(company(known.gtin()));
    }

    /** The digits behind the indicator that a company prefix has at least. */
    private static String company(Gtin gtin) {
        return gtin.digits().substring(1, 1 + SHORTEST_PREFIX);
    }

    private static Issue doubt(LotEvent event, LotMatch match) {
        String code = event.lot().code();
        if (match instanceof LotMatch.OtherItem other
                && other.lots().stream().anyMatch(lot -> mayBeOfOneOwner(event, lot))) {
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
