package io.lotwire.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PipelineBenchmarkIT {
    private static final Sizes MINIATURE = new Sizes(2, 8, 4, 3, 1, 3, 50);

    @Test
    void theWholeGatewayIsMeasuredBesideWhatItStandsOn() throws Exception {
        Result result = new PipelineBenchmark(Path.of("").toAbsolutePath(), MINIATURE).run(measured -> {});

        assertThat(result.figures())
                .hasSize(7)
                .allSatisfy(figure -> assertThat(figure.measured().orElse(0)).isPositive());
    }
}
