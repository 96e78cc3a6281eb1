package io.lotwire.lot;

import io.lotwire.problem.Severity;
import io.lotwire.unit.UnitList;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary lot events, with everything that the contract allows to be there or not. */
public final class LotEvents {
    private LotEvents() {}

    public static Arbitrary<LotEvent> any() {
        return Combinators.combine(
                        head(),
                        item(),
                        lot().injectNull(0.2),
                        quantity().injectNull(0.2),
                        unit().injectNull(0.4),
                        party().injectNull(0.3),
                        references(),
                        tail())
                .as((head, item, lot, quantity, unit, party, references, tail) -> new LotEvent(
                        head.eventId(),
                        head.type(),
                        head.purpose(),
                        head.time(),
                        item,
                        lot,
                        quantity,
                        tail.condition(),
                        tail.reason(),
                        unit,
                        tail.transformation(),
                        tail.transfer(),
                        party,
                        head.shipTo(),
                        references,
                        tail.source(),
                        tail.issues()));
    }

    private static Arbitrary<LotEvent> head() {
        Arbitrary<EventTime> times = Arbitraries.of(
                new EventTime("2026-03-04", TimePrecision.DATE),
                new EventTime("2026-03-04T14:30:00", TimePrecision.MINUTE),
                new EventTime("2026-03-04T14:30:15-06:00", TimePrecision.SECOND),
                new EventTime("2026-03-04T14:30:15Z", TimePrecision.SECOND));
        return Combinators.combine(
                        hex(64),
                        Arbitraries.of(EventType.class),
                        Arbitraries.of(Purpose.class),
                        times.injectNull(0.2),
                        party().injectNull(0.3))
                .as((id, type, purpose, time, shipTo) -> new LotEvent(
                        id,
                        type,
                        purpose,
                        time,
                        new Item(null, List.of(), ""),
                        null,
                        null,
                        null,
                        null,
                        shipTo,
                        List.of(),
                        null,
                        List.of()));
    }

    private static Arbitrary<LotEvent> tail() {
        Arbitrary<Source> sources = Combinators.combine(
                        maybe(),
                        hex(64),
                        Arbitraries.integers().between(1, 100000),
                        Arbitraries.longs().between(0, 1L << 40))
                .as((partner, sha256, segment, offset) -> new Source(
                        partner,
                        "856",
                        "004010",
                        "000000001",
                        "1",
                        "0001",
                        sha256,
                        segment,
                        offset,
                        31,
                        "x12/856@abc"));
        Arbitrary<Issue> issues = Combinators.combine(
                        Arbitraries.of(IssueCode.class), Arbitraries.of(Severity.class), text())
                .as(Issue::new);
        Arbitrary<Reason> reasons = Combinators.combine(text(), text(), maybe()).as(Reason::new);
        Arbitrary<Transformation> transformations = Combinators.combine(
                        text(), Arbitraries.of(Transformation.Role.class))
                .as(Transformation::new);
        return Combinators.combine(
                        sources,
                        issues.list().ofMaxSize(2),
                        Arbitraries.of(Condition.class).injectNull(0.5),
                        reasons.injectNull(0.5),
                        transformations.injectNull(0.7),
                        transfer().injectNull(0.7))
                .as((source, all, condition, reason, transformation, transfer) -> new LotEvent(
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        condition,
                        reason,
                        null,
                        transformation,
                        transfer,
                        null,
                        null,
                        List.of(),
                        source,
                        all));
    }

    /** A change of owner, of which at least one statement is made. */
    public static Arbitrary<Transfer> transfer() {
        Arbitrary<TransactionStatement> statements = Combinators.combine(
                        text(),
                        maybe(),
                        maybe(),
                        Arbitraries.of(TransactionStatement.Answer.class).injectNull(0.1),
                        text().list().ofMaxSize(3))
                .as(TransactionStatement::new);
        return Combinators.combine(
                        Arbitraries.of("", "2026-03-02"),
                        party().injectNull(0.4),
                        party().injectNull(0.4),
                        maybe(),
                        quantity()
                                .map(each -> new Quantity(each.value(), each.unit(), null))
                                .injectNull(0.4),
                        statements.list().ofMinSize(1).ofMaxSize(3))
                .as(Transfer::new);
    }

    private static Arbitrary<Item> item() {
        Arbitrary<ItemId> ids = Combinators.combine(Arbitraries.of("vendor", "buyer", "sku"), text())
                .as(ItemId::new);
        return Combinators.combine(
                        Arbitraries.of(new Gtin("00614141000012"), new Gtin("10614141000019"))
                                .injectNull(0.3),
                        ids.list().ofMaxSize(2),
                        maybe())
                .as(Item::new);
    }

    private static Arbitrary<Lot> lot() {
        Arbitrary<String> dates = Arbitraries.of("", "2026-12-31", "2027-01-01");
        Arbitrary<LotSource> sources =
                Combinators.combine(maybe(), text(), maybe()).as(LotSource::new);
        Arbitrary<Certainty> certainties = Combinators.combine(
                        Arbitraries.of(Certainty.Kind.class),
                        maybe(),
                        text().list().ofMaxSize(2))
                .as(Certainty::new);
        return Combinators.combine(
                        text(),
                        Arbitraries.of(LotKind.class),
                        dates.list().ofSize(5),
                        sources.injectNull(0.5),
                        certainties.injectNull(0.5))
                .as((code, kind, days, source, certainty) -> new Lot(
                        code,
                        kind,
                        days.get(0),
                        days.get(1),
                        days.get(2),
                        days.get(3),
                        days.get(4),
                        source,
                        certainty));
    }

    private static Arbitrary<Quantity> quantity() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-9999"), new BigDecimal("9999"))
                .ofScale(2);
        return Combinators.combine(
                        numbers,
                        Arbitraries.of("", "CA", "EA", "LB", "ZZ"),
                        numbers.injectNull(0.5),
                        Arbitraries.of(UnitList.class).injectNull(0.8))
                .as(Quantity::new);
    }

    private static Arbitrary<LogisticUnit> unit() {
        Arbitrary<Sscc> ssccs = Arbitraries.strings().numeric().ofLength(18).map(Sscc::new);
        return Combinators.combine(
                        ssccs,
                        ssccs.injectNull(0.5),
                        Arbitraries.of(UnitType.class).injectNull(0.3))
                .as(LogisticUnit::new);
    }

    private static Arbitrary<Party> party() {
        Arbitrary<PartyId> ids = Combinators.combine(Arbitraries.of("duns", "assigned-by-buyer"), text())
                .as(PartyId::new);
        Arbitrary<Address> addresses = Combinators.combine(text(), maybe(), maybe(), maybe(), maybe(), maybe())
                .as(Address::new);
        return Combinators.combine(
                        Arbitraries.of(new Gln("0614141000005"), new Gln("9506000110004"))
                                .injectNull(0.4),
                        text(),
                        ids.list().ofMaxSize(2),
                        addresses.injectNull(0.5))
                .as(Party::new);
    }

    private static Arbitrary<List<Reference>> references() {
        return Combinators.combine(
                        Arbitraries.of("asn", "purchase-order", "pro", "bill-of-lading"),
                        text(),
                        Arbitraries.of("", "2026-03-01"))
                .as(Reference::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars(" \t\"\\,;'=+-@:/é€%")
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    private static Arbitrary<String> maybe() {
        return Arbitraries.oneOf(Arbitraries.just(""), text());
    }

    private static Arbitrary<String> hex(int length) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(length);
    }
}
