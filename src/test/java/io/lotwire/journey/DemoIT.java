package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types first. */
class DemoIT {
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
        assertThat(lotwire("trace", "R001A")).contains("Green Valley Farm");
        assertThat(lotwire("trace", "--document", "GV001")).contains("Lot R001A", "Lot S001A");
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

    /** What the launcher prints; it must end well, and leave nothing in the system's temporary folder. */
    private static String lotwire(String... arguments) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Launcher.Ended ended =
                new Launcher(data()).run(Map.of("LOTWIRE_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary), arguments);
        assertThat(ended.exitCode()).as(ended.text()).isZero();
        assertThat(temporary).isEmptyDirectory();
        return ended.text();
    }

    private static Path data() {
        return folder.resolve("demo");
    }
}
