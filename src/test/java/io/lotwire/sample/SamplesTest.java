package io.lotwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.read.ProfileFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden samples that are shipped. A new one needs no Java: see CONTRIBUTING.md. */
class SamplesTest {
    private static final Path PARTNERS = Path.of("partners");
    private static final List<SampleSet> SHIPPED = shipped();

    static Stream<Sample> samples() {
        return SHIPPED.stream().flatMap(set -> set.samples().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleGivesToTheByteWhatItSays(Sample sample) throws IOException {
        assertThat(SampleRun.of(sample).differences())
                .as(() -> "./lotwire partner test")
                .isEmpty();
    }

    @Test
    void everyFolderOfSamplesHasItsInputAndItsMappingOrPartner() {
        assertThat(SHIPPED).flatExtracting(SampleSet::problems).isEmpty();
    }

    @Test
    void everyShippedPartnerWhoSendsUsDocumentsHasASampleOfThem() {
        assertThat(ProfileFolder.load(PARTNERS, variable -> null).good())
                .filteredOn(profile -> !profile.receives().isEmpty())
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(SHIPPED)
                        .filteredOn(set -> set.name().equals(profile.name()))
                        .flatExtracting(SampleSet::samples)
                        .isNotEmpty());
    }

    private static List<SampleSet> shipped() {
        try {
            return new Samples(PARTNERS, Path.of("mappings"), ProfileFolder.load(PARTNERS, variable -> null)).all();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
