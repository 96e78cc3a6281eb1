package io.lotwire.bench.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are made and given away one by one, so that the heap need not hold what a set states. */
class LargeTranslationTest {
    /** The usual run takes less; {@code -Plong} takes all of it. */
    private static final boolean LONG = Boolean.getBoolean("lotwire.long");

    private static final long BYTES = LONG ? 100_000_000 : 20_000_000;
    private static final int HEAP_MEGABYTES = LONG ? 64 : 32;

    @TempDir
    Path folder;

    @Test
    void aSetThatIsLargerThanTheHeapWouldHoldAsEventsIsTranslatedWhole() throws Exception {
        Path file = folder.resolve("large.edi");
        Tally expected;
        try (OutputStream out = Files.newOutputStream(file)) {
            expected = ShipNotices.writeLargeSet(X12Reading.SEED, BYTES, out);
        }

        assertThat(said(LargeEventsProbe.class, file)).isEqualTo(expected.toString());
    }

    @Test
    void aPageInTheMiddleOfItIsExplainedWithoutHoldingTheRest() throws Exception {
        Path file = folder.resolve("large.edi");
        try (OutputStream out = Files.newOutputStream(file)) {
            ShipNotices.writeLargeSet(X12Reading.SEED, BYTES, out);
        }

        assertThat(said(LargeExplanationProbe.class, file))
                .isEqualTo("200 segments, with events, each with the bytes of its lot");
    }

    private static String said(Class<?> probe, Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        probe.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.trim();
    }
}
