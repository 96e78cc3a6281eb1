package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerTestCommandTest {
    private static final String FARM = "green-valley-farm";

    @TempDir
    Path partners;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copyTheFarmAndItsSamples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("partners"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = partners.resolve(Path.of("partners").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void samplesThatAreAsExpectedAreCounted() {
        assertThat(test(FARM)).isZero();
        assertThat(text()).isEqualTo("partner green-valley-farm: 2 samples, as expected\n2 samples, all as expected\n");
    }

    @Test
    void aMappingIsTestedByItsName() {
        assertThat(test("x12/947")).isZero();
        assertThat(text()).matches("mapping x12/947: [0-9]+ samples, as expected\n[0-9]+ samples, all as expected\n");
    }

    @Test
    void aPartnerWithoutSamplesIsSaidAsSuch() {
        assertThat(test("northgate-distribution")).isZero();
        assertThat(text()).startsWith("partner northgate-distribution: no samples\n");
    }

    @Test
    void aDifferenceIsShownByValueAndAcceptedOnDemand() throws IOException {
        Path events = sample().resolve("events.ndjson");
        String before = Files.readString(events);
        Files.writeString(events, before.replace("\"code\":\"T001A\"", "\"code\":\"T009A\""));
        Files.delete(sample().resolve("acknowledgement.edi"));

        assertThat(test(FARM)).isEqualTo(1);
        assertThat(text())
                .contains("-    \"code\" : \"T009A\",\n", "+    \"code\" : \"T001A\",\n", "+AK9*A*1*1*1~\n")
                .endsWith("2 samples, 1 not as expected\n");

        out.reset();
        assertThat(test(FARM, "--accept")).isZero();
        assertThat(text())
                .contains("  wrote " + events + "\n", "  wrote " + sample().resolve("acknowledgement.edi") + "\n");
        assertThat(events).hasContent(before);
        assertThat(test(FARM)).isZero();
    }

    @Test
    void aFileThatNothingComesOfAnyMoreIsADifference() throws IOException {
        Path problems = Files.writeString(sample().resolve("problems.txt"), "in.edi: something\n");

        assertThat(test(FARM)).isEqualTo(1);
        assertThat(text()).contains(problems + ": nothing came out\n");
        assertThat(test(FARM, "--accept")).isZero();
        assertThat(problems).doesNotExist();
    }

    @Test
    void samplesOfNobodyAndWithoutInputAreProblems() throws IOException {
        Files.createDirectories(partners.resolve("samples/nobody/receives/one"));
        Files.delete(sample().resolve("in.edi"));

        assertThat(test("nobody")).isEqualTo(1);
        assertThat(test(FARM)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("error SAMPLE_OF_NOBODY: No profile 'nobody' is in force", "error SAMPLE_WITHOUT_INPUT: ");
    }

    @Test
    void aNameThatIsNeitherPartnerNorMappingIsWrongUse() {
        assertThat(test("x12/999")).isEqualTo(2);
    }

    private Path sample() {
        return partners.resolve("samples").resolve(FARM).resolve("receives/ship-notice-with-lots");
    }

    private int test(String... arguments) {
        UnaryOperator<String> variables =
                Map.of("LOTWIRE_PARTNERS", partners.toString(), "LOTWIRE_MAPPINGS", "mappings")::get;
        Installation installation = Installation.of(
                Settings.of(variables, partners), variables, new ByteArrayInputStream(new byte[0]), out, err);
        return Lotwire.commandLine(installation, Lotwire.partner(installation))
                .execute(Stream.concat(Stream.of("partner", "test"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
