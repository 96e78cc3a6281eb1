package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingMappingsTest {
    @TempDir
    Path folder;

    @Test
    void theShippedOutMappingsAreGood() {
        WritingMappings shipped = WritingMappings.load(Path.of("mappings"));

        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.all())
                .containsOnlyKeys(
                        "out/edifact/desadv",
                        "out/x12/856",
                        "out/x12/940",
                        "out/x12/943",
                        "out/x12/944",
                        "out/x12/945");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Path file = Files.writeString(folder.resolve("out/bad.yaml"), """
                mapping: out/good
                document: "945"
                group: SW
                versions: ["004010"]
                events: [shiped]
                lots: { places: [W12-09], usual: [W12-10] }
                shapes: [S-X]
                write:
                  - W12: { "01": CC, "99": A, "09": "{lot.kode}" }
                  - WXY: { "01": A }
                  - use: nothing
                  - each: pallett
                    write: []
                  - LX: { "01": "{lot.expires as nowhere}", "1": A }
                    when: { version: ["005010"], lots: [W07-08] }
                """);

        assertThat(WritingMappings.load(folder).problems())
                .extracting(problem ->
                        problem.place().file().substring(file.toString().length() + 1) + " " + shortened(problem))
                .containsExactlyInAnyOrder(
                        "5 'events' is 'shiped', but must",
                        "6 'W12-10' is none of 'places', ",
                        "7 The shape 'S-X' has the level ",
                        "7 The shape 'S-X' has the level ",
                        "9 W12 has 22 elements in 004010,",
                        "9 There is no field 'lot.kode'. ",
                        "10 There is no segment WXY in 004",
                        "11 There is no list 'nothing' und",
                        "12 'each' is 'pallett', but must ",
                        "14 'nowhere' is neither a table u",
                        "14 '1' is no place of LX: write 0",
                        "15 '005010' is none of the docume",
                        "15 'W07-08' is none of the places",
                        "1 'mapping' is 'out/good', but t");
    }

    @Test
    void aCodeThatTheStandardLacksIsWrittenOnlyWhereAGuideAllowsIt() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/own.yaml"), """
                mapping: out/own
                document: "856"
                group: SH
                versions: ["004010", "005010"]
                events: [shipped]
                lots: { places: [LIN/LT], usual: [LIN/LT] }
                write:
                  - REF: { "01": UCB, "02": "{reference.bill-of-lading}" }
                """);
        WritingMapping mapping = WritingMappings.load(folder).named("out/own").orElseThrow();

        assertThat(OfferCheck.problems(mapping, Style.USUAL, Grammar.standard()))
                .singleElement()
                .asString()
                .contains("own.yaml:8)", "'UCB'", "no code of REF-01 in 004010", "allow REF-01 UCB");
        assertThat(OfferCheck.problems(mapping, Style.USUAL, guided("856", "allow HL[S]/REF-01 UCB")))
                .isEmpty();
        assertThat(OfferCheck.problems(mapping, Style.USUAL, guided("856", "codes REF-01 BM")))
                .hasSize(1);
        assertThat(OfferCheck.problems(mapping, Style.USUAL, guided("945", "allow N9-01 UCB")))
                .hasSize(1);
    }

    private static Grammar guided(String set, String line) {
        return Grammar.standard()
                .with(Guide.read("guide.txt", 1, set, "", List.of(line)).guide());
    }

    private static String shortened(Problem problem) {
        return problem.message().substring(0, Math.min(30, problem.message().length()));
    }
}
