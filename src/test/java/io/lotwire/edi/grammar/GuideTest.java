package io.lotwire.edi.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {
    private static final String VERSION = "005010";

    @Test
    void aSegmentIsRequiredNotUsedOrLimited() {
        LoopRule level = (LoopRule) part(set("require HL/LIN", "not-used HL/SLN", "max-use HL/PID 3"), "HL");

        assertThat(part(level, "LIN").required()).isTrue();
        assertThat(part(level, "SLN").most()).isZero();
        assertThat(part(level, "PID").most()).isEqualTo(3);
        assertThat(part(level, "MEA").most()).isEqualTo(40);
    }

    @Test
    void anElementIsRequiredNotUsedOrNarrowed() {
        SetRule set = set("require BSN-05", "not-used BSN-07", "codes BSN-01 00 05", "max-length BSN-02 20");

        List<ElementUse> elements = part(set, "BSN").rule().elements();
        assertThat(elements.get(4).required()).isTrue();
        assertThat(elements.get(6).most()).isZero();
        assertThat(elements.get(0).rule().codes()).containsExactlyInAnyOrder("00", "05");
        assertThat(elements.get(1).rule().length()).isEqualTo(new ElementRule.Length(2, 20));
    }

    @Test
    void aCodeThatTheStandardDoesNotHaveIsAllowedWhereTheGuideSaysSo() {
        SetRule set = set("allow HL/REF-01 UCB EXPIRY", "codes HL/REF-01 BM UCB");

        ElementRule inLevels = element(part((LoopRule) part(set, "HL"), "REF"));
        assertThat(inLevels.codes()).containsExactlyInAnyOrder("BM", "UCB");
        assertThat(inLevels.isAllowed("UCB")).isTrue();
        assertThat(inLevels.isAllowed("EXPIRY"))
                .as("left out by the later line")
                .isFalse();
        assertThat(inLevels.isAllowed("BM")).as("a code of the standard").isFalse();
        assertThat(element(part(set("allow HL/REF-01 UCB"), "BSN")).isAllowed("UCB"))
                .isFalse();
    }

    private static ElementRule element(Part part) {
        return part.rule().elements().get(0).rule();
    }

    @Test
    void theTotalCountsWhatTheGuideSays() {
        assertThat(set("require BSN-05").counted()).isEqualTo("HL");
        assertThat(set("count LIN").counted()).isEqualTo("LIN");
    }

    @Test
    void aCodeInBracketsNarrowsOnlyTheSegmentsThatHaveIt() {
        LoopRule level = (LoopRule) part(set("require N1[ST]", "require N1[ST]-04"), "HL");

        Part party = part(level, "N1");
        assertThat(party.required()).isFalse();
        assertThat(party.rule().elements().get(3).required()).isFalse();
        assertThat(party.variants()).hasSize(1);
        Variant shipTo = party.variants().get(0);
        assertThat(shipTo.element()).isEqualTo(1);
        assertThat(shipTo.code()).isEqualTo("ST");
        assertThat(shipTo.part().required()).isTrue();
        assertThat(shipTo.part().rule().elements().get(3).required()).isTrue();
    }

    @Test
    void aLevelIsNamedByItsCodeAndALineForAllLevelsHoldsInItToo() {
        SetRule set = set("require HL[I]/LIN", "max-use HL/REF 2", "codes HL[I]/REF-01 LT BT", "max-length REF-02 12");

        LoopRule level = (LoopRule) part(set, "HL");
        assertThat(part(level, "LIN").required()).isFalse();
        LoopRule item = (LoopRule) level.variants().get(0).part();
        assertThat(level.variants().get(0).element()).isEqualTo(3);
        assertThat(item.required()).isFalse();
        assertThat(part(item, "LIN").required()).isTrue();
        assertThat(part(item, "REF").most()).isEqualTo(2);
        assertThat(part(item, "REF").rule().elements().get(0).rule().codes()).containsExactlyInAnyOrder("LT", "BT");
        assertThat(part(item, "REF").rule().elements().get(1).rule().length().most())
                .isEqualTo(12);
        assertThat(part(level, "REF").rule().elements().get(0).rule().takes("BM"))
                .isTrue();
        assertThat(part(level, "REF").rule().elements().get(1).rule().length().most())
                .isEqualTo(12);
    }

    @Test
    void aWayThatBeginsWithSTNamesOnePlace() {
        SetRule set = set("max-use ST/DTM 1");

        assertThat(part(set, "DTM").most()).isEqualTo(1);
        assertThat(part((LoopRule) part(set, "HL"), "DTM").most()).isEqualTo(10);
    }

    @Test
    void theStandardStaysAsItIsAndOtherSetsAndEarlierVersionsToo() {
        SetRule before = Grammar.standard().set("856", VERSION).orElseThrow();
        Grammar narrowed = Grammar.standard().with(guide("require HL/LIN", "not-used HL/REF"));

        assertThat(narrowed.set("856", "006020"))
                .isNotEqualTo(Grammar.standard().set("856", "006020"));
        assertThat(narrowed.set("856", "004010")).isEqualTo(Grammar.standard().set("856", "004010"));
        assertThat(narrowed.set("945", VERSION)).isEqualTo(Grammar.standard().set("945", VERSION));
        assertThat(Grammar.standard().set("856", VERSION)).contains(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requires LIN",
                "require",
                "require LIN-0",
                "require lin",
                "codes BSN-01",
                "codes BSN 00",
                "allow BSN-01",
                "allow BSN ZZ",
                "max-length LIN 20",
                "max-length LIN-03 long",
                "max-use PID",
                "max-use PID 0",
                "not-used REF 3"
            })
    void aLineOfAnotherFormIsAProblem(String line) {
        assertThat(problems(line)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(GuideFault.GUIDE_LINE_INVALID);
            assertThat(problem.place().file()).isEqualTo("partner.yaml:12");
            assertThat(problem.message()).contains("'" + line + "'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"require W12", "allow W12-01 ZZ", "require HL/BSN", "require N1/LIN-03", "require ST/LIN"})
    void aPlaceThatTheSetDoesNotHaveIsAProblem(String line) {
        assertThat(problems(line)).extracting(Problem::code).containsExactly(GuideFault.GUIDE_PLACE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-use BSN 2",
                "not-used BSN",
                "not-used BSN-01",
                "codes BSN-01 QQ",
                "max-length BSN-02 31",
                "max-length BSN-02 1",
                "require BSN-12"
            })
    void aLineThatWidensTheStandardIsAProblem(String line) {
        assertThat(problems(line)).extracting(Problem::code).containsExactly(GuideFault.GUIDE_NOT_NARROWER);
    }

    @Test
    void eachLineHasItsNumberAndTheGoodOnesAreTaken() {
        Guide.Reading reading = Guide.read(
                "partner.yaml",
                12,
                "856",
                VERSION,
                List.of("# food only", "", "require BSN-05", "oops", "max-use XX 1"));

        assertThat(reading.guide().rules()).hasSize(1);
        assertThat(reading.problems())
                .extracting(problem -> problem.place().file())
                .containsExactly("partner.yaml:15", "partner.yaml:16");
    }

    @Test
    void aSetThatIsNotKnownIsAProblem() {
        assertThat(Guide.read("partner.yaml", 12, "999", "004010", List.of("require AK1"))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(GuideFault.GUIDE_PLACE_UNKNOWN);
    }

    private static List<Problem> problems(String line) {
        return Guide.read("partner.yaml", 12, "856", VERSION, List.of(line)).problems();
    }

    private static Guide guide(String... lines) {
        Guide.Reading reading = Guide.read("partner.yaml", 1, "856", VERSION, List.of(lines));
        assertThat(reading.problems()).isEmpty();
        return reading.guide();
    }

    private static SetRule set(String... lines) {
        return Grammar.standard().with(guide(lines)).set("856", VERSION).orElseThrow();
    }

    private static Part part(SetRule set, String id) {
        return part(set.root(), id);
    }

    private static Part part(LoopRule loop, String id) {
        return loop.parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
