package io.lotwire.partner.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor says of a mapping is what its reader says. */
class MappingSchemaTest {
    private static final Path SCHEMA = Path.of("mappings/mapping.schema.json");
    private static final Path OUT_SCHEMA = Path.of("mappings/out-mapping.schema.json");

    static Stream<Path> mappings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml") && !file.startsWith("mappings/samples"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyMappingIsAsTheSchemaSaysAndNamesItForEditors(Path file) throws IOException {
        boolean out = file.startsWith("mappings/out");
        assertThat(problems(file, out ? OUT_SCHEMA : SCHEMA)).isEmpty();
        assertThat(Files.readString(file))
                .startsWith("# yaml-language-server: $schema="
                        + (out ? "../../out-mapping.schema.json" : "../mapping.schema.json") + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goods: HL                | goods: hl",
                "number: BSN-02           | number: BSN",
                "number: BSN-02           | numbers: BSN-02",
                "kind: batch              | sort: batch",
                "{ sscc: \"REF[0J]-02\" } | { ssccs: \"REF[0J]-02\" }",
                "expires:                 | expire:",
                "event: shipped           | event: sent",
            })
    void anUnknownKeyAndAValueThatIsNoneAreRefused(String good, String bad, @TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("mappings/x12/856.yaml"));
        assertThat(text).contains(good);
        Path file = Files.writeString(folder.resolve("856.yaml"), text.replace(good, bad));

        assertThat(problems(file, SCHEMA)).isNotEmpty();
    }

    private static List<Problem> problems(Path file, Path schema) {
        List<Problem> problems = new ArrayList<>();
        YamlFile.read(file, file.toString(), variable -> null, problems::add)
                .ifPresent(root -> new SchemaCheck(schema, problems::add).check(root));
        return problems;
    }
}
