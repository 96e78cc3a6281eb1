package io.lotwire.registry.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
    /** With Beta(1/2, 1/2) for others of whom there are none, two lots: 3/8, 1/4, 3/8. */
    @Test
    void withNobodyToCompareWithAnythingMayBe() {
        Chance chance = new Chance(0, 0, 2);

        assertThat(chance.ofAtLeast(0)).isEqualTo(1);
        assertThat(chance.ofAtLeast(1)).isCloseTo(5.0 / 8, within(1e-12));
        assertThat(chance.ofAtLeast(2)).isCloseTo(3.0 / 8, within(1e-12));
        assertThat(chance.expected()).isEqualTo(new Chance.Expected(0, 2));
    }

    /** Among very many others it is the binomial distribution: of 10 with a share of 1/2, 8 or more in 56 of 1024 cases. */
    @Test
    void amongManyOthersTheirShareIsKnownWell() {
        assertThat(new Chance(2_000_000_000L, 1_000_000_000L, 10).ofAtLeast(8)).isCloseTo(56.0 / 1024, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"100, 3, 40", "1000, 999, 200", "5, 0, 100000", "100000, 50000, 100000"})
    void theLessOthersAreInTroubleTheLessLikelyIsMuchOfIt(long others, long troubled, long lots) {
        Chance chance = new Chance(others, troubled, lots);
        double before = 1;
        for (long k = 0; k <= lots; k += Math.max(1, lots / 50)) {
            double now = chance.ofAtLeast(k);
            assertThat(now).isBetween(0.0, before + 1e-9);
            before = now;
        }
        Chance.Expected expected = chance.expected();
        assertThat(expected.low()).isBetween(0L, expected.high());
        assertThat(1 - chance.ofAtLeast(expected.low())).isLessThanOrEqualTo(0.025 + 1e-6);
        assertThat(expected.high() == lots ? 0 : chance.ofAtLeast(expected.high() + 1))
                .isLessThanOrEqualTo(0.025 + 1e-6);
    }

    @Test
    void whatIsDrawnLikeTheOthersIsInTheIntervalAsOftenAsItSays() {
        Random random = new Random(20260304);
        int inside = 0;
        int draws = 4_000;
        for (int i = 0; i < draws; i++) {
            double share = random.nextDouble();
            long others = drawn(random, 300, share);
            Chance.Expected expected = new Chance(300, others, 80).expected();
            long own = drawn(random, 80, share);
            inside += own >= expected.low() && own <= expected.high() ? 1 : 0;
        }
        assertThat((double) inside / draws).isBetween(0.94, 0.98);
    }

    private static long drawn(Random random, int lots, double share) {
        return random.doubles(lots).filter(each -> each < share).count();
    }
}
