package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartnerInferCommandTest {
    private static final Path SAMPLES = Path.of("mappings/samples");
    private static final Path REAL_FILES = Path.of("../shared/samples");
    private static final String SHIP_NOTICE = SAMPLES + "/x12/856/pallets-items-and-lot-levels/in.edi";
    private static final String PRODUCTION_CODE = SAMPLES + "/x12/945/a-production-code-is-no-lot/in.edi";

    @TempDir
    Path partners;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copySchema() throws IOException {
        Files.copy(Path.of("partners/partner.schema.json"), partners.resolve("partner.schema.json"));
    }

    static Stream<Path> interchanges() throws IOException {
        return filesBelow(SAMPLES, "in.edi");
    }

    static Stream<Path> realFiles() throws IOException {
        return Stream.of("856", "940", "943", "944", "945", "recadv").flatMap(folder -> {
            try {
                return filesBelow(REAL_FILES.resolve(folder), "");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aDraftSaysOnHowMuchEachLineStands() {
        assertThat(lotwire("partner", "infer", "--name", "acme", SHIP_NOTICE)).isZero();

        assertThat(text(out))
                .contains(
                        "name: acme\n",
                        "x12: { qualifier: \"ZZ\", id: \"GREENVALLEY\" } # ISA05, ISA06: 1 of 1 interchange\n",
                        "- document: \"856\"                         # 1 of 1 set, version 004010 (1)\n",
                        "# reads 1 of 1 set, 8 of 9 lot events with a lot\n",
                        "lot.code: LIN/LT, 1 of 1 set, such as",
                        "SSCCs: with the identifier 00",
                        "levels (HL): ");
    }

    @Test
    void aPlaceThatCouldHoldLotsIsAskedAboutWithTheOverrideThatWouldTakeIt() {
        assertThat(lotwire("partner", "infer", "--name", "acme", PRODUCTION_CODE))
                .isZero();

        assertThat(text(err))
                .contains("question: 945: could N9[PC]-02 be a lot ('989JAN281301'", "segment 8: N9*PC*989JAN281301)");
        assertThat(text(out))
                .contains(
                        "#        override:\n#          lots: { also: [{ code: \"N9[PC]-02\", kind: productionCode }] }");
    }

    @Test
    void aTextThatSpeaksOfALotIsAskedAboutWhereGoodsHaveNone(@TempDir Path files) throws IOException {
        Path file = files.resolve("lot-in-words.edi");
        Files.writeString(
                file, Files.readString(Path.of(PRODUCTION_CODE)).replace("N9*PC*989JAN281301", "G69*Batch no. B2231"));

        assertThat(lotwire("partner", "infer", "--name", "acme", file.toString()))
                .isZero();

        assertThat(text(err))
                .contains("question: 945: is this where a lot stands? G69-01 speaks of one ('Batch no. B2231', 1 time)."
                        + " If it is, look there for lots: { code: \"G69-01\", cut: { after: \"what stands before"
                        + " it\" } }. (" + file + ", segment 8: G69*Batch no. B2231)");
    }

    @Test
    void theAnswerToAQuestionIsTakenOutOfTheDraftAsItStands() throws IOException {
        assertThat(lotwire("partner", "infer", "--name", "acme", PRODUCTION_CODE))
                .isZero();
        List<String> answered = new ArrayList<>();
        List<String> override = text(out)
                .lines()
                .filter(line -> line.matches("#  +(override:|lots: .*)"))
                .map(line -> line.substring(1).replaceFirst("^ {4}", ""))
                .toList();
        for (String line : text(out).lines().toList()) {
            answered.add(line);
            if (line.contains("mapping: x12/945")) {
                answered.addAll(override);
            }
        }
        Files.write(partners.resolve("acme.yaml"), answered);
        out.reset();

        assertThat(lotwire("translate", "--partner", "acme", PRODUCTION_CODE)).isZero();

        assertThat(text(out)).contains("\"lot\":{\"code\":\"989JAN281301\",\"kind\":\"production-code\"}");
    }

    @Test
    void aSampleWhoseCountIsWrongIsLookedIntoAndSaid(@TempDir Path files) throws IOException {
        Path file = files.resolve("wrong-count.edi");
        Files.writeString(file, Files.readString(Path.of(PRODUCTION_CODE)).replace("SE*9*", "SE*12*"));

        assertThat(lotwire("partner", "infer", "--name", "acme", file.toString()))
                .isZero();

        assertThat(text(out))
                .contains("# reads 0 of 1 set, 0 of 0 lot events with a lot\n", "item.gtin: W12/UK, 1 of 1 set")
                .contains("1 of 1 set is rejected, and only looked into");
        assertThat(text(err))
                .contains("rejected, only looked into: " + file + ": transaction 0001", "SEGMENT_COUNT_WRONG")
                .contains("question: 945: could N9[PC]-02 be a lot");
    }

    @Test
    void aSenderWhoHasAProfileIsAskedAbout() throws IOException {
        Files.copy(Path.of("partners/green-valley-farm.yaml"), partners.resolve("green-valley-farm.yaml"));

        assertThat(lotwire("partner", "infer", "--name", "acme", SHIP_NOTICE)).isZero();

        assertThat(text(err)).contains("Is this the partner whose profile is 'green-valley-farm'?");
    }

    @Test
    void aFileThatIsNoInterchangeGivesADraftWithQuestionsOnly() throws IOException {
        Path file = Files.writeString(partners.resolve("order.txt"), "please send 12 boxes");

        assertThat(lotwire("partner", "infer", "--name", "acme", file.toString()))
                .isEqualTo(1);

        assertThat(text(err)).contains("question: No interchange was found").doesNotContain("error SCHEMA");
    }

    @Test
    void wrongUseIsSaidAndAFileThatIsThereIsNeverOverwritten() throws IOException {
        Path there = Files.writeString(partners.resolve("there.yaml"), "mine");

        assertThat(lotwire("partner", "infer", "--name", "Acme Inc", SHIP_NOTICE))
                .isEqualTo(2);
        assertThat(lotwire("partner", "infer", "--name", "acme", "no-such.edi")).isEqualTo(2);
        assertThat(lotwire("partner", "infer", "--name", "acme", "--out", there.toString(), SHIP_NOTICE))
                .isEqualTo(2);
        assertThat(there).hasContent("mine");
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void aDraftUsedAtOnceGivesTheEventsOfTheDefault(Path file) throws IOException {
        holdsForDraft(file);
    }

    @ParameterizedTest
    @MethodSource("realFiles")
    @EnabledIf("realFilesAreThere")
    void aDraftOfFilesFromElsewhereGivesTheEventsOfTheDefault(Path file) throws IOException {
        holdsForDraft(file);
    }

    static boolean realFilesAreThere() {
        return Files.isDirectory(REAL_FILES);
    }

    private void holdsForDraft(Path file) throws IOException {
        lotwire("translate", file.toString());
        List<String> usual = statements();
        Path draft = partners.resolve("acme.yaml");
        err.reset();
        lotwire("partner", "infer", "--name", "acme", "--out", draft.toString(), file.toString());
        assertThat(text(err)
                        .lines()
                        .filter(line ->
                                !line.startsWith("question: ") && !line.startsWith("rejected, only looked into: ")))
                .isEmpty();
        assertThat(draft).isNotEmptyFile();
        out.reset();
        err.reset();

        lotwire("translate", "--partner", "acme", file.toString());

        assertThat(statements()).isEqualTo(usual);
    }

    /** Events without what only tells whose they are. */
    private List<String> statements() {
        List<String> statements = text(out)
                .lines()
                .map(line -> line.replaceAll("\"eventId\":\"[0-9a-f]+\"|\"partner\":\"acme\",", ""))
                .toList();
        out.reset();
        return statements;
    }

    private int lotwire(String... arguments) {
        UnaryOperator<String> variables =
                Map.of("LOTWIRE_PARTNERS", partners.toString(), "LOTWIRE_MAPPINGS", "mappings")::get;
        Installation installation = Installation.of(
                Settings.of(variables, partners), variables, new ByteArrayInputStream(new byte[0]), out, err);
        return Lotwire.commandLine(
                        installation,
                        Lotwire.partner(installation),
                        new TranslateCommand(installation, installation.desk()))
                .execute(arguments);
    }

    private static Stream<Path> filesBelow(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
