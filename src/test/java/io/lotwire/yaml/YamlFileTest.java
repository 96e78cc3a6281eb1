package io.lotwire.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void everyValueKnowsItsFileAndLine() {
        YamlMap root = map("name: farm\nwires:\n  # a comment\n  as2: { id: Farm }\n");
        YamlMap wires = (YamlMap) root.get("wires").orElseThrow();
        assertThat(root.entries().get("wires").at()).isEqualTo(new FileLine("a.yaml", 2));
        assertThat(wires.get("as2").orElseThrow().at()).hasToString("a.yaml:4");
        assertThat(problems).isEmpty();
    }

    @Test
    void valuesKeepTheirCharacters() {
        YamlMap root = map("version: 004010\nid: \" A\\tB \"\ndate: 2026-03-04\n");
        assertThat(((YamlScalar) root.get("version").orElseThrow()).text()).isEqualTo("004010");
        assertThat(((YamlScalar) root.get("id").orElseThrow()).text()).isEqualTo(" A\tB ");
        assertThat(((YamlScalar) root.get("date").orElseThrow()).isText()).isTrue();
    }

    @Test
    void variablesAreFilledInAndOtherPlaceholdersAreLeft() {
        YamlMap root = map("a: ${DATA}/keys\nb: ${PORT:22}\nc: lots-${documentNumber}.csv\nd: ${DATA:x}${EMPTY:y}\n");
        assertThat(root.entries().values().stream().map(entry -> ((YamlScalar) entry.value()).text()))
                .containsExactly("/var/data/keys", "22", "lots-${documentNumber}.csv", "/var/datay");
        assertThat(problems).isEmpty();
    }

    @Test
    void aVariableThatIsNotSetIsAProblemAtItsLine() {
        map("a: b\nkey: ${NO_SUCH}\n");
        assertThat(lines())
                .containsExactly("a.yaml:2: error VARIABLE_UNKNOWN: The variable NO_SUCH is not set: set it in the "
                        + "environment, or give a default as in ${NO_SUCH:default}.");
    }

    @Test
    void aValueShownToPeopleHidesWhatItsVariableHolds() {
        YamlMap root = map("password: ${SECRET}\n");
        assertThat(root.get("password").orElseThrow()).hasToString("a.yaml:1 ${SECRET}");
    }

    @Test
    void whatIsNotYamlIsAProblemAtItsLine() {
        assertThat(parse("a: b\nc: [d\ne: f\n")).isEmpty();
        assertThat(lines()).hasSize(1).first().asString().startsWith("a.yaml:3: error YAML_SYNTAX: Not YAML: ");
    }

    @Test
    void tagsAnchorsAliasesRepeatedKeysAndSecondDocumentsAreRefusedTogether() {
        parse("a: !!java.net.URL [x]\nb: &b 1\nc: *b\na: 2\n--- \nd: 1\n");
        assertThat(lines())
                .containsExactly(
                        "a.yaml:1: error YAML_NOT_ALLOWED: The tag 'tag:yaml.org,2002:java.net.URL' is not allowed: take"
                                + " it out.",
                        "a.yaml:2: error YAML_NOT_ALLOWED: The anchor &b is not allowed: write the value out where it is"
                                + " needed.",
                        "a.yaml:3: error YAML_NOT_ALLOWED: The alias *b is not allowed: write the value out where it is"
                                + " needed.",
                        "a.yaml:4: error KEY_REPEATED: The key 'a' stands already in line 1: keep one of them.",
                        "a.yaml:5: error YAML_NOT_ALLOWED: A second document starts here: one file holds one document,"
                                + " so take the line --- out.");
    }

    @Test
    void aFileThatIsTooDeepTooLargeEmptyOrNoTextIsAProblem() throws IOException {
        assertThat(parse("[".repeat(YamlFile.MAX_DEPTH + 1))).isEmpty();
        assertThat(parse("# nothing\n")).isEmpty();
        assertThat(parse("a: \u0000")).isEmpty();
        assertThat(read("a: b\n#" + "x".repeat(YamlFile.MAX_BYTES), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(read("a: caf\u00e9", StandardCharsets.ISO_8859_1)).isEmpty();
        assertThat(YamlFile.read(folder.resolve("none"), "none", Map.<String, String>of()::get, problems::add))
                .isEmpty();
        assertThat(problems.stream().map(problem -> problem.code().name()))
                .containsExactly(
                        "FILE_TOO_LARGE",
                        "YAML_SYNTAX",
                        "YAML_SYNTAX",
                        "FILE_TOO_LARGE",
                        "FILE_UNREADABLE",
                        "FILE_UNREADABLE");
    }

    @Test
    void aFileIsReadAsUtf8WithOrWithoutByteOrderMark() throws IOException {
        YamlMap root =
                (YamlMap) read("\uFEFFname: caf\u00e9", StandardCharsets.UTF_8).orElseThrow();
        assertThat(((YamlScalar) root.get("name").orElseThrow()).text()).isEqualTo("caf\u00e9");
    }

    private Optional<YamlNode> read(String text, java.nio.charset.Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text, charset);
        return YamlFile.read(file, "a.yaml", Map.<String, String>of()::get, problems::add);
    }

    private YamlMap map(String text) {
        return (YamlMap) parse(text).orElseThrow();
    }

    private Optional<YamlNode> parse(String text) {
        Map<String, String> variables = Map.of("DATA", "/var/data", "SECRET", "hunter2", "EMPTY", "");
        return YamlFile.parse(text, "a.yaml", variables::get, problems::add);
    }

    private List<String> lines() {
        return problems.stream().map(Problem::toString).toList();
    }
}
