package io.lotwire.bench.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result;
import io.lotwire.network.Plan;
import org.junit.jupiter.api.Test;

class RegistryBenchmarkTest {
    @Test
    void recallsAreExactAndAllQuestionsAreMeasured() throws Exception {
        Plan plan = new Plan(7, 4, 2, 2, 6, 8, 2, 4, true);
        Result result = new RegistryBenchmark(500, 1_000, 2_000, 1, plan, 3).run(measured -> {});

        assertThat(result.figures()).hasSize(8).allSatisfy(figure -> assertThat(
                        figure.measured().orElse(-1))
                .as(figure.what())
                .isPositive());
        assertThat(result.figures())
                .filteredOn(figure -> figure.what().startsWith("recall, "))
                .filteredOn(figure -> !figure.what().contains("slowest"))
                .hasSize(2)
                .allMatch(Figure::met);
        assertThat(result.tables().get(0).rows())
                .extracting(row -> row.name().replaceAll(", [0-9]+ events", ""))
                .endsWith(
                        "recalls",
                        "traces, after a restart",
                        "searches, after a restart",
                        "all that is known of a lot, after a restart",
                        "recalls, after a restart");
    }
}
