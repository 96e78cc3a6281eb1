package io.lotwire.registry.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.network.Plan;
import io.lotwire.network.Told;
import io.lotwire.registry.walk.ToldNetwork;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Balances are what is true in networks with rework, returns, pallets that go as a whole, cancelled and replaced documents. */
class NetworkBalanceTest {
    private static final String PLACE = "Place ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsOnHandIsWhatIsThere(long seed) throws SQLException {
        Plan plan = Plan.small(seed);
        ToldNetwork network = new ToldNetwork(plan, 1, true);
        Map<String, String> truth = new TreeMap<>();
        network.stock()
                .forEach((place, lots) -> lots.forEach(
                        (lot, quantity) -> truth.put("L" + lot + " at " + PLACE + place, quantity + " CA")));

        assertThat(onHand(balances(network))).isEqualTo(truth);
        assertThat(balances(network)).allSatisfy(balance -> {
            assertThat(balance.underWay()).isEmpty();
            // Suppliers have what they ship: nobody tells how it came.
            assertThat(balance.places()).allMatch(place -> place.untold().signum() == 0 || isSupplier(place, plan));
            assertThat(Reconciliation.of(balance, Optional.empty(), null)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"5, 0.3", "6, 0.5", "7, 0.7", "8, 0.9"})
    void amidstOfItAllWhatIsUnderWayIsWhatWasSentAndIsNotReceived(long seed, double part) throws SQLException {
        ToldNetwork network = new ToldNetwork(Plan.small(seed), part, true);
        Map<String, Integer> here = new TreeMap<>();
        Map<String, Integer> underWay = new TreeMap<>();
        replay(network.all(), here, underWay);

        List<LotBalance> balances = balances(network);

        here.values().removeIf(quantity -> quantity <= 0);
        underWay.values().removeIf(quantity -> quantity == 0);
        Map<String, String> stock = new TreeMap<>();
        here.forEach((key, quantity) -> stock.put(key, quantity + " CA"));
        assertThat(onHand(balances)).isEqualTo(stock);
        Map<String, Integer> told = new TreeMap<>();
        balances.forEach(balance -> balance.underWay()
                .forEach(sent -> told.merge(
                        balance.lot().code() + " to " + sent.to().name(),
                        sent.underWay().certain().intValueExact(),
                        Integer::sum)));
        assertThat(told).isEqualTo(underWay);
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "12, 0.8", "13, 0.6", "14, 0.4", "15, 0.2", "16, 1"})
    void noGoodsComeFromNowhereOrAreLost(long seed, double part) throws SQLException {
        for (LotBalance balance : balances(new ToldNetwork(Plan.small(seed), part, false))) {
            BigDecimal came = BigDecimal.ZERO;
            BigDecimal is = BigDecimal.ZERO;
            for (PlaceBalance place : balance.places()) {
                came = came.add(of(place, Posting.MADE)).add(place.untold());
                is = is.add(place.onHand().certain()).add(of(place, Posting.USED));
                assertThat(place.came().certain().add(place.untold()))
                        .as(place.toString())
                        .isEqualByComparingTo(
                                place.onHand().certain().add(place.left().certain()));
            }
            for (Consignment sent : balance.underWay()) {
                is = is.add(sent.underWay().certain());
            }
            assertThat(is).as(balance.lot().code()).isEqualByComparingTo(came);
        }
    }

    private static BigDecimal of(PlaceBalance place, Posting kind) {
        return place.postings().getOrDefault(kind, Amount.NONE).certain();
    }

    private static boolean isSupplier(PlaceBalance place, Plan plan) {
        return Integer.parseInt(place.place().name().substring(PLACE.length())) < plan.plants();
    }

    private static List<LotBalance> balances(ToldNetwork network) {
        List<Long> lots = network.all().stream()
                .map(Told::lot)
                .filter(lot -> lot != Told.NONE)
                .distinct()
                .map(network::number)
                .toList();
        return network.network().ledger().inTransaction(tx -> new Balances(tx).of(lots));
    }

    private static Map<String, String> onHand(List<LotBalance> balances) {
        Map<String, String> onHand = new TreeMap<>();
        for (LotBalance balance : balances) {
            for (PlaceBalance place : balance.places()) {
                assertThat(place.onHand().isSure()).isTrue();
                if (!place.onHand().isNone()) {
                    onHand.put(
                            balance.lot().code() + " at " + place.place().name(),
                            place.onHand().certain().toPlainString() + " " + place.unit());
                }
            }
        }
        return onHand;
    }

    /** Carries goods from place to place as it happened. */
    private static void replay(List<Told> all, Map<String, Integer> here, Map<String, Integer> underWay) {
        Map<Long, Told> pallets = new HashMap<>();
        for (Told told : all) {
            if (told.type() == EventType.PACKED) {
                pallets.put(told.sscc(), told);
            }
            Told goods = told.lot() == Told.NONE ? pallets.get(told.sscc()) : told;
            String at = "L" + goods.lot() + " at " + PLACE;
            String to = "L" + goods.lot() + " to " + PLACE + told.to();
            switch (told.type()) {
                case SHIPPED, RETURNED -> {
                    here.merge(at + told.from(), -goods.quantity(), Integer::sum);
                    underWay.merge(to, goods.quantity(), Integer::sum);
                }
                case RECEIVED -> {
                    underWay.merge(to, -goods.quantity(), Integer::sum);
                    here.merge(at + told.to(), goods.quantity(), Integer::sum);
                }
                case TRANSFORMED ->
                    here.merge(at + told.from(), told.output() ? goods.quantity() : -goods.quantity(), Integer::sum);
                default -> {}
            }
        }
    }
}
