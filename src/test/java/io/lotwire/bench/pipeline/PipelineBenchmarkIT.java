package io.lotwire.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PipelineBenchmarkIT {
    private static final Sizes MINIATURE = new Sizes(1, 8, 4, 2, 1, 2, 50);

    @Test
    void theWholeGatewayIsMeasuredBesideWhatItStandsOn() throws Exception {
        Result result = new PipelineBenchmark(Path.of("").toAbsolutePath(), MINIATURE).run(measured -> {});

        assertThat(result.figures())
                .hasSize(9)
                .allSatisfy(figure -> assertThat(figure.measured().orElse(-1)).isNotNegative());
    }
}
