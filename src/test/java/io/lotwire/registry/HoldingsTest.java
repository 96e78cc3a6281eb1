package io.lotwire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a lot's books say after a warehouse told of its stock. */
class HoldingsTest {
    private static final TracedParty WAREHOUSE = new TracedParty(1, "Harbor 3PL", "9506000120003");

    @ParameterizedTest
    @EnumSource(names = {"HELD", "RELEASED", "RECALLED"})
    void goodsThatAreHeldReleasedOrRecalledAreNeitherMoreNorLess(Condition condition) {
        List<Holding> holdings = Holdings.of(
                List.of(),
                List.of(change(EventType.ADJUSTED, "100", null), change(EventType.ADJUSTED, "60", condition)));

        assertThat(holdings).singleElement().extracting(Holding::left).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void goodsThatWereDestroyedAreLess() {
        List<Holding> holdings = Holdings.of(
                List.of(), List.of(change(EventType.ADJUSTED, "100", null), change(EventType.DISPOSED, "12", null)));

        assertThat(holdings).singleElement().extracting(Holding::left).isEqualTo(new BigDecimal("88"));
    }

    private static Change change(EventType type, String quantity, Condition condition) {
        return new Change(
                type,
                WAREHOUSE,
                "2026-03-06",
                new BigDecimal(quantity),
                "CA",
                condition,
                new Reason("05", "X12 181", "put on hold"),
                "947",
                "ADJ1",
                "harbor-3pl");
    }
}
