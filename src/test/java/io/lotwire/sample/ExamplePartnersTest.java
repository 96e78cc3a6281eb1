package io.lotwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.Profiles;
import io.lotwire.partner.check.ProfileCheck;
import io.lotwire.partner.read.ProfileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example profiles, which work where nothing is set up. {@code -Dgolden.write=true} writes the table of what they show. */
class ExamplePartnersTest {
    private static final Path PARTNERS = Path.of("partners", "examples");
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path TABLE = Path.of("src/docs/tables/example-partners.md");
    private static final Profiles PROFILES = ProfileFolder.load(PARTNERS, variable -> null);
    private static final List<SampleSet> SETS = sets();

    static Stream<Sample> samples() {
        return SETS.stream().flatMap(set -> set.samples().stream());
    }

    @Test
    void aProfileIsGoodWithoutAnyKeyOrVariable() {
        assertThat(new ProfileCheck(PARTNERS, MAPPINGS, variable -> null, Clock.systemUTC())
                        .all()
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleGivesToTheByteWhatItSays(Sample sample) throws IOException {
        assertThat(SampleRun.of(sample).differences())
                .as(() -> "LOTWIRE_PARTNERS=partners/examples ./lotwire partner test")
                .isEmpty();
    }

    @Test
    void everyFolderOfSamplesHasItsInputAndItsPartner() {
        assertThat(SETS).flatExtracting(SampleSet::problems).isEmpty();
    }

    @Test
    void everyPartnerShowsAGoodDocumentAndAFaultyOne() {
        assertThat(PROFILES.partners()).isNotEmpty().allSatisfy(profile -> assertThat(SampleFolders.in(
                        Samples.folder(PARTNERS, profile.name()).resolve("receives")))
                .anyMatch(sample -> Files.exists(sample.resolve("events.ndjson")))
                .anyMatch(sample -> Files.exists(sample.resolve("problems.txt"))));
    }

    @Test
    void theTableTellsWhichExampleShowsWhat() throws IOException {
        String table = new ExampleFeatures(PARTNERS, MAPPINGS, PROFILES)
                .find().entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + String.join(", ", entry.getValue()) + " |\n")
                        .collect(Collectors.joining("", HEAD, ""));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).as("write it with -Dgolden.write=true").isEqualTo(Files.readString(TABLE));
    }

    private static final String HEAD = """
            # What the example partners show

            Found in the samples and agreements of [partners/examples](../../../partners/examples).
            `ExamplePartnersTest` writes this page with `-Dgolden.write=true`, and fails when it is out of date.

            | What | Shown by |
            | --- | --- |
            """;

    private static List<SampleSet> sets() {
        try {
            return new Samples(PARTNERS, MAPPINGS, PROFILES)
                    .all().stream()
                            .filter(set -> set.of() == SampleSet.Of.PARTNER)
                            .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
