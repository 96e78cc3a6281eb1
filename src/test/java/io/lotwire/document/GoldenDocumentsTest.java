package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/writing} is a case: {@code events.ndjson}, {@code send.yaml} as it stands in a
 * profile, perhaps the {@code guide.txt} that it names or the partner's {@code units.csv}, and what is written, {@code out.txt} or
 * {@code problems.txt}. A new case needs no Java: run with {@code -Dgolden.write=true} to write what is missing, and read it before
 * it is committed.
 */
class GoldenDocumentsTest {
    private static final Path CASES = Path.of("src/test/resources/writing");
    private static final DocumentWriter WRITER = DocumentWriter.load(Path.of("mappings"));
    private static final String PROFILE = """
            name: %s
            title: %s
            self: %s
            identity:
              x12: { qualifier: ZZ, id: %s }
              edifact: { qualifier: "14", id: "%s" }
            """;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eventsGiveTheDocumentOfTheirGoldenSample(Path folder, @TempDir Path partners) throws IOException {
        Files.writeString(
                partners.resolve("northgate.yaml"),
                PROFILE.formatted("northgate", "Northgate Distribution", "true", "NORTHGATE", "9506000110004"));
        Files.writeString(
                partners.resolve("fairway.yaml"),
                PROFILE.formatted("fairway", "Fairway Markets", "false", "FAIRWAY", "9506000130002")
                        + (Files.exists(folder.resolve("units.csv")) ? "tables: { units: { file: units.csv } }\n" : "")
                        + "wires: { jms: { send: { queue: fairway } } }\n"
                        + "subscriptions:\n  - name: documents\n    over: jms\n    send:\n"
                        + Files.readString(folder.resolve("send.yaml")).indent(6));
        for (String name : List.of("guide.txt", "units.csv")) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), partners.resolve(name));
            }
        }
        Profiles profiles = ProfileFolder.load(partners, variable -> null);
        assertThat(profiles.problems()).isEmpty();
        Profile fairway = profiles.byName("fairway").orElseThrow();
        List<LotEvent> events = Files.readAllLines(folder.resolve("events.ndjson")).stream()
                .map(LotEventJson::read)
                .toList();

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocumentOutcome outcome = WRITER.write(
                EventSource.of(events),
                profiles.self().orElseThrow(),
                fairway,
                fairway.subscriptions().get(0),
                new DocumentNumbers(101, 7, "DOC-9"),
                Instant.parse("2026-03-05T09:15:00Z"),
                bytes);

        compare(
                folder.resolve("out.txt"),
                outcome instanceof DocumentOutcome.Document ? bytes.toString(StandardCharsets.UTF_8) : "");
        compare(
                folder.resolve("problems.txt"),
                outcome.problems().stream().map(problem -> problem + "\n").collect(Collectors.joining()));
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected) && !actual.isEmpty()) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
