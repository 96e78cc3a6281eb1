package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types first. */
class DemoIT {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private static Path folder;

    @AfterAll
    static void stop() throws IOException {
        GatewayUnderTest.stopDatabase(data());
    }

    @Test
    void theDemoShowsTheWholeJourneyTwiceOnOneDataFolderAndItsLotCanBeTracedAfterwards() throws Exception {
        String first = lotwire("demo", "--once");
        String second = lotwire("demo", "--once");

        assertThat(first).contains("R001A").doesNotContain("R002A");
        assertThat(second).contains("R002A");
        assertThat(new String[] {first, second}).allSatisfy(screen -> assertThat(screen)
                .containsSubsequence(
                        "CAME IN",
                        "Green Valley Farm",
                        "856 ship notice",
                        "signed MDN, its MIC is right",
                        "997 back to them",
                        "Harbor 3PL",
                        "945 shipping advice",
                        "997 back to them",
                        "LOT EVENTS",
                        "Romaine hearts, 12 x 3",
                        "WENT OUT",
                        "TRACE OF ONE LOT",
                        "Every delivery is confirmed.")
                .doesNotContain("Exception", "\tat "));
    }

    /** What the launcher prints; it must end well. */
    private static String lotwire(String... arguments) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        GatewayUnderTest.HOME.resolve("lotwire").toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTWIRE_"));
        builder.environment().put("LOTWIRE_DATA", data().toString());
        builder.environment().put("LOTWIRE_HTTP_PORT", "0");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static Path data() {
        return folder.resolve("demo");
    }
}
