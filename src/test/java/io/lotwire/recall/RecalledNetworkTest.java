package io.lotwire.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.network.Plan;
import io.lotwire.network.Told;
import io.lotwire.registry.walk.ToldNetwork;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who got how much of what is recalled is what is true, in networks with rework, returns, pallets and runs side by side. */
class RecalledNetworkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void justThosePartiesAreFoundThatGotSomeOfTheLotAndJustAsMuchAsTheyGot(long seed) throws SQLException {
        ToldNetwork network = new ToldNetwork(Plan.small(seed));

        for (int bit = 0; bit < network.watched().size(); bit++) {
            List<Long> lots = List.of(network.number(network.watched().get(bit)));
            Affected affected = network.network()
                    .ledger()
                    .inTransaction(tx -> new AffectedGoods(tx, new Partners(List.of())).reachedFrom(lots));

            assertThat(gotIt(affected)).as("lot %d", bit).isEqualTo(gotIt(network, bit));
            assertThat(came(affected, gotByShipmentAlone(network)))
                    .as("lot %d", bit)
                    .isEqualTo(came(network, bit, gotByShipmentAlone(network)));
        }
    }

    /** The parties that some of it surely came to, or was made at. */
    private static Set<String> gotIt(Affected affected) {
        assertThat(affected.parties()).allMatch(Affected.Party::sure);
        return affected.parties().stream()
                .filter(Affected.Party::got)
                .map(Affected.Party::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gotIt(ToldNetwork network, int bit) {
        Set<String> got = new TreeSet<>();
        for (Told told : network.all()) {
            if ((told.watched() >> bit & 1) == 1) {
                if (told.to() != Told.NONE) {
                    got.add("Place " + told.to());
                } else if (told.run() != Told.NONE) {
                    got.add("Place " + told.from());
                }
            }
        }
        return got;
    }

    /** Places where nothing is made, so that all that is there came there. */
    private static Set<String> gotByShipmentAlone(ToldNetwork network) {
        Set<String> places = new TreeSet<>();
        network.all().stream().filter(told -> told.to() != Told.NONE).forEach(told -> places.add("Place " + told.to()));
        network.all().stream()
                .filter(told -> told.run() != Told.NONE)
                .forEach(told -> places.remove("Place " + told.from()));
        return places;
    }

    private static Map<String, BigDecimal> came(Affected affected, Set<String> places) {
        Map<Integer, String> names =
                affected.parties().stream().collect(Collectors.toMap(Affected.Party::number, Affected.Party::name));
        Map<Long, String> codes =
                affected.lots().stream().collect(Collectors.toMap(Affected.Lot::number, Affected.Lot::code));
        Map<String, BigDecimal> came = new TreeMap<>();
        for (Affected.Stock stock : affected.stocks()) {
            if (places.contains(names.get(stock.party())) && stock.came().signum() > 0) {
                assertThat(stock.surelyCame()).isEqualByComparingTo(stock.came());
                assertThat(stock.complete()).isTrue();
                came.merge(names.get(stock.party()) + " " + codes.get(stock.lot()), stock.came(), BigDecimal::add);
            }
        }
        return came;
    }

    private static Map<String, BigDecimal> came(ToldNetwork network, int bit, Set<String> places) {
        Map<Long, Told> onPallets = network.all().stream()
                .filter(told -> told.type() == EventType.PACKED)
                .collect(Collectors.toMap(Told::sscc, told -> told));
        Map<String, BigDecimal> came = new TreeMap<>();
        for (Told told : network.all()) {
            Told goods = told.lot() == Told.NONE ? onPallets.get(told.sscc()) : told;
            boolean sent = told.type() == EventType.SHIPPED || told.type() == EventType.RETURNED;
            if (sent && (told.watched() >> bit & 1) == 1 && places.contains("Place " + told.to())) {
                came.merge(
                        "Place " + told.to() + " L" + goods.lot(),
                        BigDecimal.valueOf(goods.quantity()),
                        BigDecimal::add);
            }
        }
        return came;
    }
}
