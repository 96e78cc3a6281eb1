package io.lotwire.bench.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.x12.SpeedRun.Speed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class X12BenchmarkTest {
    private static final SpeedRun MINIATURE = new SpeedRun(0, 0, 1, 1, 2, 10_000);

    @Test
    void everyParserFindsTheLotsThatWereGenerated() {
        assertThat(Checksums.differences(ShipNotices.interchange(X12Reading.SEED, 40_000)))
                .isEmpty();
    }

    @Test
    void theSameSeedMakesTheSameInterchangeAndAnotherSeedAnother() {
        assertThat(ShipNotices.interchange(1, 5_000).bytes())
                .isEqualTo(ShipNotices.interchange(1, 5_000).bytes())
                .isNotEqualTo(ShipNotices.interchange(2, 5_000).bytes());
    }

    @Test
    void oneLargeSetHoldsTheLotsThatItSays() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Tally expected = ShipNotices.writeLargeSet(1, 300_000, bytes);

        assertThat(bytes.size()).isGreaterThan(300_000);
        assertThat(new LotwireReader().read(bytes.toByteArray())).isEqualTo(expected);
    }

    @Test
    void theCursorGoesThroughEveryElement() throws Exception {
        byte[] interchange = ShipNotices.interchange(1, 5_000).bytes();
        String values = new String(interchange, StandardCharsets.US_ASCII);
        long separators = values.chars().filter(c -> c == '*' || c == '~').count();
        long identifiers = values.lines()
                .flatMap(line -> Stream.of(line.split("~", -1)))
                .mapToLong(segment -> segment.indexOf('*') < 0 ? 0 : segment.indexOf('*'))
                .sum();
        LotwireCursor cursor = new LotwireCursor();

        cursor.read(interchange);

        assertThat(cursor.characters()).isEqualTo(values.length() - separators - identifiers);
    }

    @Test
    void speedAndAllocationAreMeasured() throws RunnerException {
        Speed speed = MINIATURE.of(Parser.LOTWIRE);

        assertThat(speed.megabytesPerCpuSecond()).isPositive();
        assertThat(speed.allocatedPerByte()).isPositive();
    }
}
