package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.document.LotEventJson;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Verdict;
import io.lotwire.x12.X12Parser;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/mapping} is a case: {@code in.edi}, perhaps an {@code override.yaml} of its
 * mapping as a profile has it, and what the repository's mappings make of it, {@code events.ndjson} or {@code problems.txt}. A new case needs no Java: run with {@code -Dgolden.write=true} to
 * write what is missing, and read it before it is committed.
 */
class GoldenSamplesTest {
    private static final Path CASES = Path.of("src/test/resources/mapping");
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDocumentGivesTheLotEventsOfItsGoldenSample(Path folder) throws IOException {
        Outcome outcome = translate(folder.resolve("in.edi"), override(folder.resolve("override.yaml")));
        compare(folder.resolve("events.ndjson"), outcome.events);
        compare(folder.resolve("problems.txt"), outcome.problems);
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected) && !actual.isEmpty()) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    private static YamlMap override(Path file) {
        return Files.exists(file)
                ? (YamlMap) YamlFile.read(file, "override.yaml", variable -> null, problem -> {})
                        .orElseThrow()
                : null;
    }

    private static Outcome translate(Path file, YamlMap override) throws IOException {
        List<LotEvent> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            X12Parser.standard().read(file.getFileName().toString(), in, new InterchangeHandler() {
                @Override
                public void transactionSet(TransactionSet set) {
                    problems.addAll(set.problems());
                    if (set.verdict() == Verdict.REJECTED) {
                        return;
                    }
                    Mapping mapping = MAPPINGS.named(
                                    Mappings.usualName(set.syntax(), set.id()), override, problems::add)
                            .orElseThrow()
                            .mapping();
                    // A comment added to a mapping file changes its version, but no sample.
                    Translation made = new Translator(mapping.withVersion("version"))
                            .translate(set, new Origin("partner", "in.edi", "sha"), false);
                    events.addAll(made.events());
                    problems.addAll(made.problems());
                }

                @Override
                public void problem(Problem problem) {
                    problems.add(problem);
                }
            });
        }
        return new Outcome(
                events.stream()
                        .map(LotEventJson::line)
                        .map(line -> line.stripTrailing() + "\n")
                        .collect(Collectors.joining()),
                problems.stream().map(problem -> problem + "\n").collect(Collectors.joining()));
    }

    private record Outcome(String events, String problems) {}
}
