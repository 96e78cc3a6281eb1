package io.lotwire.registry.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.network.Plan;
import io.lotwire.network.Told;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lots went and what they came from is what is true, in networks with rework, returns, pallets and runs side by side. */
class WalkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void forwardsJustThoseGoodsAreFoundThatTheLotMayBeIn(long seed) throws SQLException {
        ToldNetwork network = new ToldNetwork(Plan.small(seed));

        for (int bit = 0; bit < network.watched().size(); bit++) {
            Reach reach = network.walk(network.watched().get(bit), Sense.FORWARD);

            List<String> truth = network.words(network.truth(bit));
            assertThat(network.words(ToldNetwork.events(reach, true)))
                    .as("sure")
                    .isEqualTo(truth);
            assertThat(network.words(ToldNetwork.events(reach, false)))
                    .as("possible")
                    .isEqualTo(truth);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void backwardsJustThoseLotsAreFoundThatMayBeInTheGoods(long seed) throws SQLException {
        ToldNetwork network = new ToldNetwork(Plan.small(seed));
        List<Integer> lots = network.all().stream()
                .map(Told::lot)
                .filter(lot -> lot != Told.NONE)
                .distinct()
                .toList();

        for (int lot : lots) {
            long bits = network.all().stream()
                    .filter(told -> told.lot() == lot)
                    .mapToLong(Told::watched)
                    .reduce(0, (one, other) -> one | other);
            Set<Long> watched = new HashSet<>();
            for (int bit = 0; bit < network.watched().size(); bit++) {
                if ((bits >> bit & 1) == 1) {
                    watched.add(network.number(network.watched().get(bit)));
                }
            }
            Set<Long> all = network.watched().stream().map(network::number).collect(Collectors.toSet());
            Set<Long> found = network.walk(lot, Sense.BACKWARD).lots().stream()
                    .map(ReachedLot::lot)
                    .filter(all::contains)
                    .collect(Collectors.toSet());
            assertThat(found).as("lot " + lot).isEqualTo(watched);
        }
    }
}
