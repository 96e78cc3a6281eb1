package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditionTest {
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    static Stream<String> names() {
        return new TreeSet<>(MAPPINGS.names()).stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMappingIsMadeAgainOfItsText(String name) {
        Mapping now = MAPPINGS.named(name).orElseThrow().mapping();

        Mapping again = edition(name, now.text()).orElseThrow().mapping();

        assertThat(again.stamp()).isEqualTo(now.stamp());
        assertThat(again).usingRecursiveComparison().isEqualTo(now);
    }

    static Stream<Path> overrides() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings/samples"))) {
            return files.filter(file -> file.endsWith("override.yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void soIsOneThatAProfileOverrides(Path file) throws IOException {
        List<Problem> problems = new ArrayList<>();
        YamlMap override = (YamlMap) YamlFile.parse(Files.readString(file), "override", variable -> null, problems::add)
                .orElseThrow();
        String name = Path.of("mappings/samples")
                .relativize(file.getParent().getParent())
                .toString();
        Mapping overridden =
                MAPPINGS.named(name, override, problems::add).orElseThrow().mapping();

        Mapping again = edition(name, overridden.text()).orElseThrow().mapping();

        assertThat(problems).isEmpty();
        assertThat(again.stamp()).isEqualTo(overridden.stamp());
        assertThat(again).usingRecursiveComparison().isEqualTo(overridden);
    }

    @Test
    void aTextThatIsNoMappingAnyMoreIsSaidToBeNone() {
        List<Problem> said = new ArrayList<>();

        assertThat(Mappings.edition("x12/856", "mapping: x12/856\nwhatever: 1\n", said::add))
                .isEmpty();
        assertThat(Mappings.edition("x12/856", "- 1\n", said::add)).isEmpty();
        assertThat(said).isNotEmpty();
    }

    private static Optional<Translator> edition(String name, String text) {
        return Mappings.edition(name, text, problem -> {
            throw new AssertionError(problem);
        });
    }
}
