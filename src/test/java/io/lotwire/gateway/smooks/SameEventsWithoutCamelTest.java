package io.lotwire.gateway.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway, whose Smooks is run by Camel, and the command line, which has no Camel, make the same of each sample. */
class SameEventsWithoutCamelTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path SAMPLES = MAPPINGS.resolve("samples");
    private static final Path EXAMPLES = Path.of("partners/examples");

    private static final Map<String, SmooksMapping> ALONE = new HashMap<>();
    private static final Map<String, SmooksMapping> BY_CAMEL = new HashMap<>();
    private static SmooksRoute route;

    /** A file that somebody sends. */
    private record Sent(Path file, Profile sender, Inbound agreed) {
        @Override
        public String toString() {
            return agreed.mapping() + " " + file.getParent() + (agreed.lotRequired() ? " (lots required)" : "");
        }
    }

    @BeforeAll
    static void startCamel() throws Exception {
        route = SmooksRoute.start(MAPPINGS);
    }

    @AfterAll
    static void stopCamel() {
        route.close();
    }

    static Stream<Sent> samples() throws IOException {
        List<Sent> samples = new ArrayList<>();
        for (Path mapping : folders(SAMPLES.resolve("smooks"))) {
            addEach(mapping, "smooks/" + mapping.getFileName(), samples);
        }
        addEach(SAMPLES.resolve("x12/856"), "smooks/856", samples);
        for (Profile partner : ProfileFolder.load(EXAMPLES, variable -> null).good()) {
            for (Path folder : folders(EXAMPLES.resolve("samples/" + partner.name() + "/receives"))) {
                Path file = input(folder);
                partner.receivesFile(file.getFileName().toString())
                        .filter(agreed -> agreed.mapping().startsWith("smooks/"))
                        .ifPresent(agreed -> samples.add(new Sent(file, partner, agreed)));
            }
        }
        return samples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aSampleGivesTheSameEventsAndProblemsByCamelAsWithoutIt(Sent sent) throws IOException {
        List<LotEvent> alone = new ArrayList<>();
        Outcome outcome =
                handling(sent, ALONE).translate(() -> Files.newInputStream(sent.file), received(sent), alone::add);
        List<LotEvent> byCamel = new ArrayList<>();
        Outcome outcomeByCamel = route.files()
                .translate(
                        handling(sent, BY_CAMEL), () -> Files.newInputStream(sent.file), received(sent), byCamel::add);

        assertThat(outcomeByCamel).isEqualTo(outcome);
        assertThat(translation(outcomeByCamel, byCamel)).isEqualTo(translation(outcome, alone));
    }

    @Test
    void theSamplesHaveGoodFilesAndBadOnesOfEachMapping() throws IOException {
        assertThat(samples().map(sent -> sent.agreed().mapping()))
                .contains(
                        "smooks/856",
                        "smooks/csv-shipment",
                        "smooks/fixed-width-shipment",
                        "smooks/gs1-despatch-advice");
    }

    private static Handling.ByFileMapping handling(Sent sent, Map<String, SmooksMapping> compiled) {
        return new Handling.ByFileMapping(
                sent.sender,
                sent.agreed,
                compiled.computeIfAbsent(sent.agreed.mapping(), name -> load(name, compiled)));
    }

    private static SmooksMapping load(String name, Map<String, SmooksMapping> compiled) {
        List<Object> problems = new ArrayList<>();
        Optional<SmooksMapping> loaded = compiled == BY_CAMEL
                ? SmooksMapping.load(MAPPINGS, name, route.endpoints()::start, problems::add)
                : SmooksMapping.load(MAPPINGS, name, problems::add);
        return loaded.orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private static Translation translation(Outcome outcome, List<LotEvent> events) {
        return new Translation(outcome.documentNumber(), outcome.purpose(), List.of(), outcome.problems())
                .with(events, List.of());
    }

    private static ReceivedBytes received(Sent sent) {
        return new ReceivedBytes(sent.file.getFileName().toString(), "sha");
    }

    private static void addEach(Path folder, String mapping, List<Sent> samples) throws IOException {
        for (Path sample : folders(folder)) {
            Path file = input(sample);
            for (boolean lotRequired : new boolean[] {false, true}) {
                Inbound agreed = new Inbound(
                        "document",
                        mapping,
                        null,
                        List.of("*"),
                        null,
                        null,
                        FaultPolicy.USUAL,
                        null,
                        lotRequired,
                        new FileLine(sample.toString(), 0));
                samples.add(new Sent(file, Profile.ofSender("partner", List.of(agreed)), agreed));
            }
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Path input(Path sample) throws IOException {
        try (Stream<Path> all = Files.list(sample)) {
            return all.filter(file -> file.getFileName().toString().startsWith("in."))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
