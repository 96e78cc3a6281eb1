package io.lotwire.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineBenchmarkIT {
    private static final Sizes MINIATURE = Sizes.of(Map.ofEntries(
            Map.entry(Size.WARM_UP, 2),
            Map.entry(Size.ACCEPTED, 8),
            Map.entry(Size.STEADY, 4),
            Map.entry(Size.HALF_RATE_SECONDS, 1),
            Map.entry(Size.BULK_SETS, 2),
            Map.entry(Size.NEIGHBOURS, 2),
            Map.entry(Size.DELIVERED, 2),
            Map.entry(Size.REMEMBERED, 5),
            Map.entry(Size.EVENTS_THERE, 2_000),
            Map.entry(Size.MORE_EVENTS_THERE, 4_000),
            Map.entry(Size.HEAP_MEGABYTES, 1),
            Map.entry(Size.HEAP_LOTS, 50),
            Map.entry(Size.HEAP, 256),
            Map.entry(Size.BASELINE_MILLIS, 50)));

    @Test
    void theWholeGatewayIsMeasuredBesideWhatItStandsOn() throws Exception {
        Result result = new PipelineBenchmark(Path.of("").toAbsolutePath(), MINIATURE).run(measured -> {});

        assertThat(result.figures()).hasSize(13).allSatisfy(figure -> assertThat(
                        figure.measured().orElse(-1))
                .as(figure.note())
                .isPositive());
    }
}
