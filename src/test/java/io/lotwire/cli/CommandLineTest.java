package io.lotwire.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.document.LotEventWriter;
import io.lotwire.gateway.Settings;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.Explanation;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import io.lotwire.reading.Heard;
import io.lotwire.reading.Input;
import io.lotwire.reading.Interchanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Path EVENTS = Path.of("src/test/resources/document/farm-to-distributor/events.ndjson");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private enum Fault implements ProblemCode {
        HL_PARENT_UNKNOWN,
        LOT_MISSING
    }

    /**
     * A reader of files whose lines are lot events, {@code warning} for a set with a doubt, or {@code bad} for a set that
     * is rejected.
     */
    private static final class Lines implements Interchanges {
        @Override
        public void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
                throws IOException {
            for (String line : lines(file)) {
                if (line.startsWith("{")) {
                    LotEvent event = LotEventJson.read(line);
                    boolean wanted = sender.map(Profile::name)
                            .map(event.source().partner()::equals)
                            .orElse(true);
                    if (wanted) {
                        events.write(event);
                    }
                }
            }
            validate(file, sender, problems);
        }

        @Override
        public void explain(Input file, Optional<Profile> sender, Explanation explanation, Consumer<Problem> problems) {
            problems.accept(Problem.error(Fault.LOT_MISSING, Place.inFile(file.name()), "Lines explain nothing."));
        }

        @Override
        public void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
            Place place = new Place(file.name(), "000000101", "101", "0001", 13, "HL", 2, 0, 0, 418);
            for (String line : lines(file)) {
                if (line.equals("bad")) {
                    problems.accept(Problem.error(
                            Fault.HL_PARENT_UNKNOWN, place, "HL02 names the level '9\u001b[31m', which is not there."));
                } else if (line.equals("warning")) {
                    problems.accept(Problem.warning(Fault.LOT_MISSING, place, "The item states no lot."));
                }
            }
        }

        @Override
        public Heard receive(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
                throws IOException {
            translate(file, sender, events, problems);
            return new Heard(List.of("ISA*997~\n".getBytes(US_ASCII)), List.of("ISA*824~\n".getBytes(US_ASCII)));
        }

        @Override
        public byte[] acknowledge(
                Input file, Optional<Profile> sender, Acknowledgement kind, Consumer<Problem> problems)
                throws IOException {
            validate(file, sender, problems);
            return ("ISA*" + kind + "~\n").getBytes(US_ASCII);
        }

        private static Iterable<String> lines(Input file) throws IOException {
            try (InputStream in = file.open()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }

    @Test
    void translatePrintsOneEventALine() throws IOException {
        assertThat(lotwire("", "translate", EVENTS.toString())).isZero();
        assertThat(out()).isEqualTo(Files.readString(EVENTS));
        assertThat(err()).isEmpty();
    }

    @Test
    void translatePrintsEpcisAndCsv() throws IOException {
        assertThat(lotwire("", "translate", "--format", "epcis", EVENTS.toString()))
                .isZero();
        assertThat(out()).isEqualTo(Files.readString(EVENTS.resolveSibling("epcis.jsonld")));
        out.reset();
        assertThat(lotwire("", "translate", "--format=csv", EVENTS.toString())).isZero();
        assertThat(out()).isEqualTo(Files.readString(EVENTS.resolveSibling("lots.csv")));
    }

    @Test
    void translatePrintsTheGoodBesideTheRejectedAndSaysWhere() throws IOException {
        String event = Files.readAllLines(EVENTS).get(0);
        Path file = Files.writeString(folder.resolve("asn.edi"), "bad\n" + event + "\nwarning\n");
        assertThat(lotwire("", "translate", file.toString())).isEqualTo(1);
        assertThat(out()).isEqualTo(event + "\n");
        assertThat(err())
                .isEqualTo(file + ": transaction 0001, segment 13 (HL), element 2, byte 418: error HL_PARENT_UNKNOWN:"
                        + " HL02 names the level '9?[31m', which is not there.\n" + file
                        + ": transaction 0001, segment 13 (HL), element 2, byte 418: warning LOT_MISSING: The item"
                        + " states no lot.\n");
    }

    @Test
    void aMinusIsStandardInput() throws IOException {
        String event = Files.readAllLines(EVENTS).get(0);
        assertThat(lotwire(event + "\n", "translate", "-")).isZero();
        assertThat(out()).isEqualTo(event + "\n");
    }

    @Test
    void warningsAloneDoNotReject() throws IOException {
        assertThat(lotwire("warning", "translate", "-")).isZero();
        assertThat(err()).startsWith("-: transaction 0001").contains("warning LOT_MISSING");
    }

    @Test
    void aFileThatIsNotThereKeepsNoOtherFromBeingRead() {
        assertThat(lotwire("", "translate", "no-such.edi", EVENTS.toString(), folder.toString()))
                .isEqualTo(2);
        assertThat(out().lines()).hasSize(7);
        assertThat(err().lines()).hasSize(2).first().isEqualTo("no-such.edi: cannot be read: there is no such file.");
    }

    @Test
    void thePartnerWhoseRulesHoldCanBeNamed() {
        assertThat(lotwire("", "translate", "--partner", "green-valley-farm", EVENTS.toString()))
                .isZero();
        assertThat(out().lines()).hasSize(7);
        out.reset();
        assertThat(lotwire("", "translate", "--partner", "harbor-3pl", EVENTS.toString()))
                .isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void wrongUseIsToldWithExitCodeTwo() {
        assertThat(lotwire("")).isEqualTo(2);
        assertThat(lotwire("", "translte")).isEqualTo(2);
        assertThat(lotwire("", "translate")).isEqualTo(2);
        assertThat(lotwire("", "translate", "--format", "xml", "-")).isEqualTo(2);
        assertThat(lotwire("", "translate", "--partner", "nobody", "-")).isEqualTo(2);
        assertThat(lotwire("", "validate", "--ack", "998", "-")).isEqualTo(2);
        assertThat(lotwire("", "validate", "--ack", "997", "--json", "-")).isEqualTo(2);
        assertThat(lotwire("", "partner")).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err())
                .contains("Missing command.", "Did you mean", "translate", "No profile 'nobody' is in force.", "998")
                .doesNotContain("\tat ");
    }

    @Test
    void everyCommandHasHelp() {
        String[][] commands = {{}, {"translate"}, {"validate"}, {"partner"}, {"partner", "check"}};
        for (String[] command : commands) {
            String[] arguments = Arrays.copyOf(command, command.length + 1);
            arguments[command.length] = "--help";
            out.reset();
            assertThat(lotwire("", arguments)).isZero();
            assertThat(out()).startsWith("Usage: lotwire");
        }
        assertThat(err()).isEmpty();
    }

    @Test
    void validatePrintsProblemsForPeople() {
        assertThat(lotwire("bad", "validate", "-")).isEqualTo(1);
        assertThat(out())
                .isEqualTo("-: transaction 0001, segment 13 (HL), element 2, byte 418: error HL_PARENT_UNKNOWN: HL02"
                        + " names the level '9?[31m', which is not there.\n");
        out.reset();
        assertThat(lotwire("", "validate", "-")).isZero();
        assertThat(out()).isEqualTo("-: no problems\n");
    }

    @Test
    void validatePrintsProblemsForScripts() {
        assertThat(lotwire("warning", "validate", "--json", "-")).isZero();
        assertThat(out())
                .isEqualTo(
                        "{\"severity\":\"warning\",\"code\":\"LOT_MISSING\",\"file\":\"-\",\"interchange\":\"000000101\","
                                + "\"group\":\"101\",\"transaction\":\"0001\",\"segment\":13,\"segmentId\":\"HL\",\"element\":2,"
                                + "\"offset\":418,\"message\":\"The item states no lot.\"}\n");
    }

    @Test
    void aReplayThatIsNoDryRunIsRefusedAndSaysWhatToDoInstead() {
        assertThat(lotwire("", "replay", "--since", "7d")).isEqualTo(2);
        assertThat(err()).contains("Nothing was done", "'lotwire replay --dry-run'", "ask the partner to send again");
    }

    @Test
    void validatePrintsTheAcknowledgementThatThePartnerWouldGet() {
        assertThat(lotwire("bad", "validate", "--ack", "997", "-")).isEqualTo(1);
        assertThat(out()).isEqualTo("ISA*F997~\n");
        assertThat(err()).contains("HL_PARENT_UNKNOWN");
        out.reset();
        assertThat(lotwire("", "validate", "--ack", "ta1", "-")).isZero();
        assertThat(out()).isEqualTo("ISA*TA1~\n");
        out.reset();
        assertThat(lotwire("bad", "validate", "--ack", "agreed", "-")).isEqualTo(1);
        assertThat(out()).isEqualTo("ISA*997~\nISA*824~\n");
    }

    private int lotwire(String standardInput, String... arguments) {
        Installation installation = new Installation(
                Settings.of(name -> null, Path.of("")),
                Map.of("LOTWIRE_DATA", folder.toString())::get,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        Interchanges interchanges = new Lines();
        return Lotwire.commandLine(
                        installation,
                        new ReplayCommand(installation),
                        new TranslateCommand(installation, interchanges),
                        new ValidateCommand(installation, interchanges))
                .execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
