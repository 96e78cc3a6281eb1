package io.lotwire.registry.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.step.CountingDatabase;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.registry.Network;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What expires, in what order lots are picked, and which were shipped out of turn. */
class ExpiringTest {
    private static final String SOUP = "00614141000012";
    private static final String BROTH = "00614141000029";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final Party STORE = EventSamples.party("0614141000029", "Store");

    private CountingDatabase counting;
    private Network network;
    private int documents;

    @BeforeEach
    void begin() throws SQLException {
        counting = new CountingDatabase(TestDatabase.fresh().unpooled());
        network = new Network(new Ledger(counting.source(), Clock.systemUTC()));
    }

    private void told(EventSamples... events) {
        network.document("D" + ++documents, Purpose.ORIGINAL, events);
    }

    private EventSamples received(String lot, String quantity, String day) {
        return EventSamples.of(EventType.RECEIVED, "e" + ++documents)
                .gtin(SOUP)
                .lot(lot)
                .cases(quantity)
                .from(FARM)
                .to(DEPOT)
                .on(day);
    }

    private EventSamples shipped(String lot, String quantity, String day) {
        return EventSamples.shipped("e" + ++documents)
                .gtin(SOUP)
                .lot(lot)
                .cases(quantity)
                .from(DEPOT)
                .to(STORE)
                .on(day);
    }

    private List<String> within(int days, String at) {
        return network.ledger().inTransaction(tx -> new Expiring(tx, Map.of("market", new ShelfLifeMinimum(10, 0)))
                        .within(
                                days,
                                TODAY,
                                Optional.ofNullable(at).map(each -> PlaceAsked.of(tx, each)),
                                Optional.empty())
                        .stream()
                        .map(each -> each.lot().lot().code() + " " + each.daysLeft() + " "
                                + (each.underWay() ? "to " : "") + each.place().name() + " "
                                + BalanceWords.of(each.amount(), each.unit())
                                + each.standing().stream()
                                        .map(one -> " " + one.kind())
                                        .toList() + each.tooOldFor())
                        .toList());
    }

    private PickOrder pick(PickOrder.Rule rule, String quantity) {
        return network.ledger()
                .inTransaction(tx -> PickOrder.of(
                        tx,
                        new Gtin(SOUP),
                        PlaceAsked.of(tx, "depot"),
                        rule,
                        Optional.ofNullable(quantity).map(BigDecimal::new),
                        TODAY));
    }

    private void hold(String lot) {
        network.ledger().<Boolean, RuntimeException>inTransaction(tx -> new LotStatuses(tx)
                .begin(
                        new StockLots(tx).withCode(lot, Optional.empty()).get(0).id(),
                        LotStatus.Kind.HELD,
                        "anna",
                        "cold chain",
                        ""));
    }

    @Test
    void whatIsThereAndExpiresSoonIsToldByItsDay() {
        told(received("LATE", "10", "2026-03-01").expires("2026-06-01"));
        told(received("SOON", "10", "2026-03-01").expires("2026-03-25"));
        told(received("MONTH", "10", "2026-03-01").expires("2026-03"));
        told(received("PAST", "10", "2026-02-01").expires("2026-03-08"));
        told(received("GONE", "10", "2026-03-01").expires("2026-03-12"));
        told(shipped("GONE", "10", "2026-03-02"));
        hold("SOON");

        assertThat(within(30, null))
                .containsExactly(
                        "PAST -2 Depot 10 CA[][market]",
                        "GONE 2 to Store 10 CA[][market]",
                        "SOON 15 Depot 10 CA[ HELD][]",
                        "MONTH 21 Depot 10 CA[][]");
        assertThat(within(14, "0614141000029")).containsExactly("GONE 2 to Store 10 CA[][market]");
        assertThat(within(1, "Depot")).containsExactly("PAST -2 Depot 10 CA[][market]");
    }

    @Test
    void whereNobodyStatesTheDayItFollowsFromTheShelfLife() {
        network.ledger().<Integer, RuntimeException>inTransaction(tx -> tx.handle()
                .execute(
                        "insert into product (gtin, number, shelf_life_days, first_seen_at)"
                                + " values (?, null, 20, now()), (null, 'vendor:BB', 40, now())",
                        SOUP));
        told(received("MADE", "10", "2026-03-01").manufactured("2026-03-01"));
        told(EventSamples.of(EventType.RECEIVED, "n")
                .item("vendor", "BB")
                .lot("NUMBER")
                .cases("4")
                .manufactured("2026-02-10")
                .from(FARM)
                .to(DEPOT)
                .on("2026-03-01"));
        told(received("OTHER", "10", "2026-03-01").gtin(BROTH).manufactured("2026-03-01"));

        assertThat(within(30, null)).containsExactly("MADE 11 Depot 10 CA[][]", "NUMBER 12 Depot 4 CA[][]");
    }

    @Test
    void whatExpiresFirstIsPickedFirstAndWhatMayNotGoIsLeftOut() {
        told(received("B", "10", "2026-03-01").expires("2026-04-20"));
        told(received("A", "10", "2026-03-05").expires("2026-04-10"));
        told(received("NONE", "10", "2026-02-01"));
        told(received("HELD", "10", "2026-03-01").expires("2026-04-01"));
        told(received("OLD", "10", "2026-02-01").expires("2026-03-09"));
        hold("HELD");

        PickOrder fefo = pick(PickOrder.Rule.FEFO, "15");
        assertThat(fefo.picks())
                .extracting(each -> each.lot().lot().code() + " " + each.take().toPlainString())
                .containsExactly("A 10", "B 5", "NONE 0");
        assertThat(fefo.leftOut())
                .extracting(each -> each.lot().lot().code() + " " + each.why().replaceAll(" since .* by", " by"))
                .containsExactly("HELD held by anna: cold chain", "OLD expired 2026-03-09");
        assertThat(fefo.missing()).isZero();
        assertThat(pick(PickOrder.Rule.FIFO, null).picks())
                .extracting(each -> each.lot().lot().code())
                .containsExactly("NONE", "B", "A");
        assertThat(pick(PickOrder.Rule.FEFO, "50").missing()).isEqualByComparingTo("20");
    }

    @Test
    void onlyWhatIsCertainIsTakenForAQuantity() {
        told(received("A", "10", "2026-03-05").expires("2026-04-10"));
        told(received("B", "10", "2026-03-05").expires("2026-04-20"));
        told(shipped("A", "4", "2026-03-06").among("A", "B"));

        assertThat(pick(PickOrder.Rule.FEFO, "20").picks())
                .extracting(each -> each.lot().lot().code() + " " + each.take().toPlainString() + " of "
                        + BalanceWords.of(each.onHand(), each.unit()))
                .containsExactly("A 6 of 6 to 10 CA", "B 6 of 6 to 10 CA");
    }

    @Test
    void aYoungerLotThatIsShippedWhileAnOlderOneLiesThereIsOutOfTurn() {
        told(received("OLD", "10", "2026-03-01").expires("2026-04-01"));
        told(received("NEW", "10", "2026-03-01").expires("2026-05-01"));
        told(received("LATER", "10", "2026-03-06").expires("2026-03-20"));
        told(shipped("NEW", "3", "2026-03-02"));
        told(shipped("OLD", "10", "2026-03-04"), shipped("NEW", "2", "2026-03-04"));
        told(shipped("NEW", "1", "2026-03-05"));
        told(shipped("NEW", "1", "2026-03-08"));

        assertThat(violations(Set.of()))
                .containsExactly("NEW 3 for OLD 10 on 2026-03-02", "NEW 1 for LATER 10 on 2026-03-08");
        assertThat(violations(Set.of("OLD"))).containsExactly("NEW 1 for LATER 10 on 2026-03-08");
    }

    private List<String> violations(Set<String> stopped) {
        return network.ledger().inTransaction(tx -> {
            List<StockLot> lots = new StockLots(tx).ofProduct(new Gtin(SOUP), Optional.empty());
            List<LotBalance> balances =
                    new Balances(tx).of(lots.stream().map(StockLot::id).toList());
            Set<Long> numbers = Set.copyOf(lots.stream()
                    .filter(lot -> stopped.contains(lot.lot().code()))
                    .map(StockLot::id)
                    .toList());
            return FefoCheck.of(lots, balances, numbers, Optional.empty()).stream()
                    .map(each -> each.lot().lot().code() + " "
                            + each.shipped().quantity().toPlainString() + " for "
                            + each.older().lot().code() + " " + each.there().toPlainString() + " on "
                            + BalanceWords.day(each.shipped().when()))
                    .toList();
        });
    }

    @Test
    void theSameFewStatementsTellOfOneLotAndOfManyAndOthersCostNothing() {
        told(received("ONE", "10", "2026-03-01").expires("2026-03-25"));
        within(30, null);
        counting.asked();
        within(30, null);
        int ofOne = counting.asked().statements();

        Map<String, List<EventSamples>> many = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put("M" + i, List.of(received("M" + i, "10", "2026-03-01").expires("2026-03-26")));
            many.put("O" + i, List.of(received("O" + i, "10", "2026-03-01").expires("2027-03-26")));
        }
        network.documents(many, Purpose.ORIGINAL);
        counting.asked();

        assertThat(within(30, null)).hasSize(301);
        assertThat(counting.asked().statements()).isEqualTo(ofOne).isLessThan(20);
    }

    @Test
    void amongManyLotsThoseThatExpireAreFoundByIndex() {
        List<String> plan = network.ledger().inTransaction(tx -> {
            tx.handle().execute("""
                            insert into lot (code, gtin, kind, expires, first_seen_at)
                            select 'C' || n, '00614141000012', 'LOT',
                                cast(date '2020-01-01' + cast(n % 3000 as int) as text), now()
                            from generate_series(1, 30000) n
                            """);
            tx.handle().execute("""
                            insert into lot (code, gtin, kind, manufactured, first_seen_at)
                            select 'D' || n, '00614141000012', 'LOT',
                                cast(date '2020-01-01' + cast(n % 3000 as int) as text), now()
                            from generate_series(1, 30000) n
                            """);
            tx.handle().execute("analyze lot");
            return tx.handle().createQuery("""
                            explain select id from lot where expires collate "C" >= '2026-03' and expires collate "C" < '2026-03-20~'
                            union select id from lot l where l.expires is null
                                and coalesce(l.manufactured, l.packed) collate "C" >= '2026-03'
                                and coalesce(l.manufactured, l.packed) collate "C" < '2026-03-20~'
                            """).mapTo(String.class).list();
        });

        assertThat(String.join("\n", plan)).contains("lot_expires", "lot_made").doesNotContain("Seq Scan on lot");
    }
}
