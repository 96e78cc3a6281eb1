package io.lotwire.writing;

import io.lotwire.lot.Address;
import io.lotwire.lot.CheckDigit;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.UnitType;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary shipments: items and lots, loose, in cartons and on pallets, for one order or several. */
final class Shipments {
    private static final Party FARM = new Party(
            new Gln("0614141000005"),
            "Green Valley Farm",
            List.of(),
            new Address("1 Orchard Road", "", "Salinas", "CA", "93901", "US"));
    private static final Party STORE = new Party(new Gln("9506000130002"), "Fairway Store 12", List.of(), null);

    private Shipments() {}

    /** One to eight lines; a lot's dates are the lot's wherever it is. */
    static Arbitrary<List<LotEvent>> any() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        small, small, small, small, Arbitraries.integers().between(1, 900))
                .as((item, lot, place, order, quantity) -> line(item, lot, place, order % 2, quantity))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** A line; lot and place 0 are none. */
    static LotEvent line(int item, int lot, int place, int order, int quantity) {
        return new LotEvent(
                "",
                EventType.SHIPPED,
                Purpose.ORIGINAL,
                new EventTime("2026-03-04T14:30:00Z", TimePrecision.MINUTE),
                new Item(gtin(item), List.of(new ItemId("vendor", "ITEM-" + item)), "Item " + item),
                lot == 0 ? null : lot(item, lot),
                new Quantity(BigDecimal.valueOf(quantity), "CA", null),
                unit(place),
                FARM,
                STORE,
                List.of(
                        new Reference("purchase-order", "PO-" + order, ""),
                        new Reference("bill-of-lading", "BL-1", "")),
                new Source("farm", "856", "004010", "1", "1", "0001", "sha", 1, 1, 1, "x@1"),
                List.of());
    }

    private static Gtin gtin(int item) {
        String digits = "106141400000" + item;
        return new Gtin(digits + CheckDigit.of(digits));
    }

    private static Lot lot(int item, int lot) {
        return new Lot("L" + item + "-" + lot, LotKind.LOT, "2026-04-0" + lot, "", "", "", "", null);
    }

    private static LogisticUnit unit(int place) {
        Sscc pallet = Sscc.withCheckDigit("00614141000000001");
        return switch (place) {
            case 1 -> new LogisticUnit(pallet, null, UnitType.PALLET);
            case 2 -> new LogisticUnit(Sscc.withCheckDigit("00614141000000002"), pallet, UnitType.CARTON);
            case 3 -> new LogisticUnit(Sscc.withCheckDigit("00614141000000003"), null, UnitType.CARTON);
            default -> null;
        };
    }

    /** The same with all that an event can state: what lots of one item differ in, and what they share. */
    static LotEvent detailed(LotEvent event) {
        Lot lot = event.lot();
        Lot dated = lot == null
                ? null
                : new Lot(
                        lot.code(),
                        lot.kind(),
                        lot.expires(),
                        lot.code().endsWith("1") ? "2026-05-01" : "",
                        "2026-02-01",
                        lot.expires().replace("-04-", "-03-"),
                        lot.code().endsWith("2") ? "2026-01-02" : "",
                        lot.code().endsWith("3") ? null : new LotSource("0614141000012", "Field " + lot.code(), ""));
        BigDecimal value = event.quantity().value();
        Quantity ordered = new Quantity(value, "CA", value.intValue() % 2 == 0 ? BigDecimal.valueOf(1000) : null);
        return with(event, event.type(), dated, ordered);
    }

    /** The same of an item with other words. */
    static LotEvent described(LotEvent event, String words) {
        return event.inOtherWords(
                event.item().withDescription(words), event.quantity(), event.shipFrom(), event.shipTo(), List.of());
    }

    /** The same, told of by another event. */
    static List<LotEvent> ofType(List<LotEvent> events, EventType type) {
        return events.stream()
                .map(event -> with(event, type, event.lot(), event.quantity()))
                .toList();
    }

    private static LotEvent with(LotEvent event, EventType type, Lot lot, Quantity quantity) {
        return new LotEvent(
                event.eventId(),
                type,
                event.purpose(),
                event.time(),
                event.item(),
                lot,
                quantity,
                event.unit(),
                event.shipFrom(),
                event.shipTo(),
                event.references(),
                event.source(),
                event.issues());
    }
}
