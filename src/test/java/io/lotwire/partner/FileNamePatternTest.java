package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamePatternTest {
    @Test
    void placeholdersAreFilledIn() {
        FileNamePattern pattern = new FileNamePattern("lots-${document}-${documentNumber}.${delivery}.csv");
        assertThat(pattern.fill("945", "SO-1", "12")).isEqualTo("lots-945-SO-1.12.csv");
    }

    @Test
    void whatStandsForANumberThatIsNotKnownYetStaysInTheName() {
        FileNamePattern pattern = new FileNamePattern("${documentNumber}-${delivery}.csv");
        assertThat(pattern.fill("945", "SO{1}", "{delivery}")).isEqualTo("SO_1_-{delivery}.csv");
    }

    @Property
    void noValueMakesAPath(@ForAll String documentNumber) {
        String name = new FileNamePattern("${documentNumber}.csv").fill("945", documentNumber, "1");
        assertThat(name).matches("[A-Za-z0-9_-]?[A-Za-z0-9._-]*\\.csv");
        assertThat(name).doesNotStartWith("..");
    }
}
