package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.gateway.Settings;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Path SAMPLES = Path.of("mappings/samples/x12/856");
    private static final Path GOOD = SAMPLES.resolve("pallets-items-and-lot-levels/in.edi");
    private static final Path DOUBTFUL = SAMPLES.resolve("lot-and-expiry-in-references-of-the-item/in.edi");
    private static final Path ORPHAN = SAMPLES.resolve("orphan-level-is-rejected/in.edi");
    private static final String ORPHAN_SENTENCE =
            "HL02 '88' names no level of this transaction set; name the HL01 of the level that holds this one.";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void translatePrintsOneEventALine() throws IOException {
        assertThat(lotwire("", "translate", GOOD.toString())).isZero();
        assertThat(lots(out())).isEqualTo(lots(Files.readString(GOOD.resolveSibling("events.ndjson"))));
        assertThat(err()).isEmpty();
    }

    @Test
    void translatePrintsEpcisAndCsv() throws IOException {
        int events =
                lots(Files.readString(GOOD.resolveSibling("events.ndjson"))).size();
        assertThat(lotwire("", "translate", "--format", "epcis", GOOD.toString()))
                .isZero();
        assertThat(out()).contains("\"@context\"", "\"EPCISDocument\"");
        out.reset();
        assertThat(lotwire("", "translate", "--format=csv", GOOD.toString())).isZero();
        assertThat(out().lines()).hasSize(1 + events).first().asString().startsWith("event_id,");
    }

    @Test
    void translatePrintsTheGoodBesideTheRejectedAndSaysWhere() throws IOException {
        String both = Files.readString(ORPHAN).strip() + "\n" + Files.readString(GOOD);
        Path file = Files.writeString(folder.resolve("asn.edi"), both);
        assertThat(lotwire("", "translate", file.toString())).isEqualTo(1);
        assertThat(lots(out())).isEqualTo(lots(Files.readString(GOOD.resolveSibling("events.ndjson"))));
        assertThat(err()).isEqualTo(orphan(file.toString()));
    }

    @Test
    void whatPartnersSendDoesNotSteerTheTerminal() throws IOException {
        String orphan = Files.readString(ORPHAN).replace("*88*", "*9\u001b[31m*");
        assertThat(lotwire(orphan, "translate", "-")).isEqualTo(1);
        assertThat(err()).contains("'9?[31m'").doesNotContain("\u001b");
    }

    @Test
    void aMinusIsStandardInput() throws IOException {
        assertThat(lotwire(Files.readString(GOOD), "translate", "-")).isZero();
        assertThat(lots(out())).isEqualTo(lots(Files.readString(GOOD.resolveSibling("events.ndjson"))));
    }

    @Test
    void warningsAloneDoNotReject() throws IOException {
        assertThat(lotwire(Files.readString(DOUBTFUL), "translate", "-")).isZero();
        assertThat(err()).startsWith("-: transaction 0001").contains(": warning ");
    }

    @Test
    void aFileThatIsNotThereKeepsNoOtherFromBeingRead() throws IOException {
        assertThat(lotwire("", "translate", "no-such.edi", GOOD.toString(), folder.toString()))
                .isEqualTo(2);
        assertThat(lots(out())).isEqualTo(lots(Files.readString(GOOD.resolveSibling("events.ndjson"))));
        assertThat(err().lines()).hasSize(2).first().isEqualTo("no-such.edi: cannot be read: there is no such file.");
    }

    @Test
    void thePartnerWhoseRulesHoldCanBeNamed() {
        assertThat(lotwire("", "translate", "--partner", "harbor-3pl", GOOD.toString()))
                .isZero();
        assertThat(events(out()))
                .isNotEmpty()
                .allMatch(event -> event.source().partner().equals("harbor-3pl"));
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
    void validatePrintsProblemsForPeople() throws IOException {
        assertThat(lotwire(Files.readString(ORPHAN), "validate", "-")).isEqualTo(1);
        assertThat(out()).isEqualTo(orphan("-"));
        out.reset();
        assertThat(lotwire(Files.readString(GOOD), "validate", "-")).isZero();
        assertThat(out()).isEqualTo("-: no problems\n");
    }

    @Test
    void validatePrintsProblemsForScripts() throws IOException {
        assertThat(lotwire(Files.readString(ORPHAN), "validate", "--json", "-")).isEqualTo(1);
        assertThat(out())
                .isEqualTo(
                        "{\"severity\":\"error\",\"code\":\"LEVEL_PARENT_UNKNOWN\",\"file\":\"-\",\"interchange\":\"000000101\","
                                + "\"group\":\"101\",\"transaction\":\"0001\",\"segment\":36,\"segmentId\":\"HL\",\"element\":2,"
                                + "\"offset\":923,\"message\":\"" + ORPHAN_SENTENCE + "\"}\n");
    }

    @Test
    void aReplayThatIsNoDryRunIsRefusedAndSaysWhatToDoInstead() {
        assertThat(lotwire("", "replay", "--since", "7d")).isEqualTo(2);
        assertThat(err()).contains("Nothing was done", "'lotwire replay --dry-run'", "ask the partner to send again");
    }

    @Test
    void validatePrintsTheAcknowledgementThatThePartnerWouldGet() throws IOException {
        String orphan = Files.readString(ORPHAN);
        assertThat(lotwire(orphan, "validate", "--ack", "997", "-")).isEqualTo(1);
        assertThat(out()).contains("ST*997*", "AK3*HL*34**8");
        assertThat(err()).contains("LEVEL_PARENT_UNKNOWN");
        out.reset();
        assertThat(lotwire(Files.readString(GOOD), "validate", "--ack", "ta1", "-"))
                .isZero();
        assertThat(out()).contains("TA1*000000101*").doesNotContain("AK1");
        out.reset();
        assertThat(lotwire(orphan, "validate", "--ack", "agreed", "-")).isEqualTo(1);
        assertThat(out()).contains("ST*997*", "AK5*R*5");
    }

    @Test
    void whoseOwnDelimitersCannotBeWrittenIsAnsweredInTheUsualOnes() throws IOException {
        String good = Files.readString(GOOD);
        for (String terminator : List.of("\u00a2", "\u00e9")) {
            for (String kind : List.of("997", "999", "TA1")) {
                out.reset();
                assertThat(lotwire(good.replace("~", terminator), "validate", "--ack", kind, "-"))
                        .isZero();
                assertThat(out()).startsWith("ISA*").contains("*P*>~\n").endsWith("~\n");
            }
        }
        out.reset();
        String desadv = Files.readString(Path.of("src/test/resources/edifact/clean-DESADV-D96A/in.edi"));
        String inLines =
                desadv.replace("UNA:+.? '\n", "UNA:+.? '").replace("'\n", "\r").replace("'", "\r");
        assertThat(lotwire(inLines, "validate", "--ack", "CONTRL", "-")).isZero();
        assertThat(out()).startsWith("UNA:+.? '").contains("UCI+REF42+");
    }

    @Test
    void anApplicationCodeThatIsTooShortIsFilledUpInTheAnswer() throws IOException {
        String good = Files.readString(GOOD).replaceFirst("GS\\*SH\\*[^*]*\\*", "GS*SH*7*");
        assertThat(lotwire(good, "validate", "--ack", "997", "-")).isZero();
        assertThat(out()).containsPattern("GS\\*FA\\*[^*]+\\*7 \\*");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNeverPassedOverInSilence() throws IOException {
        String good = Files.readString(GOOD);
        String withoutSender = good.substring(0, 35) + " ".repeat(15) + good.substring(50);
        assertThat(lotwire(withoutSender, "validate", "--ack", "TA1", "-")).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err())
                .contains("ANSWER_NOT_WRITTEN: The TA1 about interchange 000000101 cannot be written", "ISA08");
    }

    @Test
    void anAnswerThatIsNotDueIsToldWithTheReason() throws IOException {
        assertThat(lotwire(Files.readString(GOOD), "validate", "--ack", "CONTRL", "-"))
                .isZero();
        assertThat(err()).contains("warning ANSWER_NOT_DUE: There is no CONTRL", "it is X12");
    }

    @Test
    void aDocumentWithoutItsNumberIsRejectedInItsAcknowledgementToo() throws IOException {
        String shipped =
                Files.readString(Path.of("src/test/resources/journey/bad/sftp-document-without-number/in.edi"));
        assertThat(lotwire(shipped, "translate", "-")).isEqualTo(1);
        assertThat(err().lines()).hasSize(1).first().asString().contains("DOCUMENT_NUMBER_MISSING");
        assertThat(lotwire(shipped, "validate", "--ack", "997", "-")).isEqualTo(1);
        assertThat(out()).contains("AK3*W06*2**8~", "AK4*2*285*1~", "AK5*R*5~");
        out.reset();
        String desadv = Files.readString(Path.of("src/test/resources/edifact/clean-DESADV-D96A/in.edi"));
        assertThat(lotwire(desadv.replace("BGM+351+DES-1+9", "BGM+351++9"), "validate", "--ack", "CONTRL", "-"))
                .isEqualTo(1);
        assertThat(out()).contains("UCS+2'", "UCD+13+2:1'");
    }

    @Test
    void aDocumentThatNeverStatesLotsIsNotedAndNoError() throws IOException {
        for (String kind : List.of("850", "864", "824-005010")) {
            err.reset();
            assertThat(lotwire("", "translate", "src/test/resources/x12/clean-" + kind + "/in.edi"))
                    .isZero();
            assertThat(err())
                    .contains("warning NO_MAPPING: " + kind.substring(0, 3) + " is no document that states lots");
        }
        assertThat(out()).isEmpty();
    }

    @Test
    void despiteErrorsTheEventsOfRejectedDocumentsAreShownWithTheReason() throws IOException {
        String wrongCounts =
                Files.readString(GOOD).replaceAll("\nSE\\*\\d+", "\nSE*99").replaceAll("IEA\\*1", "IEA*7");
        assertThat(lotwire(wrongCounts, "translate", "-")).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(lotwire(wrongCounts, "translate", "--despite-errors", "-")).isEqualTo(1);
        assertThat(lots(out())).isEqualTo(lots(Files.readString(GOOD.resolveSibling("events.ndjson"))));
        assertThat(events(out())).allSatisfy(event -> assertThat(event.issues())
                .filteredOn(issue -> issue.code() == IssueCode.DOCUMENT_REJECTED)
                .extracting(Issue::message)
                .anyMatch(message -> message.contains("SEGMENT_COUNT_WRONG: SE01 states '99'"))
                .anyMatch(message -> message.contains("GROUP_COUNT_WRONG: IEA01 states '7'")));
    }

    @Test
    void despiteErrorsAGoodDocumentIsToldAsEver() throws IOException {
        assertThat(lotwire("", "translate", "--despite-errors", GOOD.toString()))
                .isZero();
        assertThat(events(out())).isNotEmpty().noneMatch(event -> event.issues().stream()
                .anyMatch(issue -> issue.code() == IssueCode.DOCUMENT_REJECTED));
    }

    @Test
    void despiteErrorsTheProblemsAreTheSame() throws IOException {
        assertThat(lotwire(Files.readString(ORPHAN), "translate", "--despite-errors", "-"))
                .isEqualTo(1);
        assertThat(events(out())).isNotEmpty();
        assertThat(err()).isEqualTo(orphan("-"));
    }

    private static List<LotEvent> events(String lines) {
        return lines.lines().map(LotEventJson::read).toList();
    }

    /** What each event says, whoever sent the file and wherever in it. */
    private static List<String> lots(String lines) {
        return events(lines).stream()
                .map(event -> event.item() + " " + event.lot() + " " + event.quantity())
                .toList();
    }

    private static String orphan(String file) {
        return file + ": transaction 0001, segment 36 (HL), element 2, byte 923: error LEVEL_PARENT_UNKNOWN: "
                + ORPHAN_SENTENCE + "\n";
    }

    private int lotwire(String standardInput, String... arguments) {
        Installation installation = new Installation(
                Settings.of(name -> null, Path.of("")),
                Map.of("LOTWIRE_DATA", folder.toString())::get,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        OfflineDesk desk = installation.desk();
        return Lotwire.commandLine(
                        installation,
                        new ReplayCommand(installation),
                        new TranslateCommand(installation, desk),
                        new ValidateCommand(installation, desk))
                .execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
