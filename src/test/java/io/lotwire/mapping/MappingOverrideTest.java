package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingOverrideTest {
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Mapping SHIP_NOTICE =
            MAPPINGS.named("x12/856").orElseThrow().mapping();

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void eachKeyThatIsGivenReplacesThatOfTheMapping() {
        Mapping mapping =
                overridden("number: BSN-03\nparties:\n  shipTo: [BY]\n").orElseThrow();

        assertThat(mapping.numbers()).hasToString("[BSN-03]");
        assertThat(mapping.shipTo()).containsExactly("BY");
        assertThat(mapping.shipFrom()).isEqualTo(SHIP_NOTICE.shipFrom());
        assertThat(mapping.lots()).hasSameSizeAs(SHIP_NOTICE.lots());
    }

    @Test
    void lotsAreLookedForFirstAlsoAndWithout() {
        Mapping mapping = overridden("""
                        lots:
                          first: [ { code: "REF[PC]-02", kind: productionCode } ]
                          also: [ { code: "REF[LV]-02" } ]
                          without: [ "LIN/LT", "MAN[AI]-02" ]
                        """).orElseThrow();

        assertThat(mapping.lots()).hasSameSizeAs(SHIP_NOTICE.lots());
        assertThat(mapping.lots().get(0).codes()).hasToString("[REF[PC]-02]");
        assertThat(mapping.lots().get(mapping.lots().size() - 1).codes()).hasToString("[REF[LV]-02]");
        assertThat(mapping.lots().toString()).doesNotContain("LIN/LT").doesNotContain("MAN[AI]");
    }

    @Test
    void ofATransferOnlyTheKeysThatAreGivenReplaceThoseOfTheMapping() {
        Mapping mapping = overridden("transfer: { date: [ PRF-04 ] }\n").orElseThrow();

        assertThat(mapping.transfer().dates()).hasToString("[PRF-04]");
        assertThat(mapping.transfer().from()).containsExactly("SE");
        assertThat(mapping.transfer().statements()).singleElement().satisfies(place -> assertThat(place.answer())
                .hasToString("YNQ-02"));
    }

    @Test
    void aMeaningOfOneCodeLeavesThoseOfTheOthers() {
        Mapping received = MAPPINGS.named("x12/944").orElseThrow().mapping();
        YamlMap given = YamlFile.parse(
                        "meanings: { X12 412: { \"88\": { condition: damaged, says: torn } } }",
                        "profile.yaml",
                        variable -> null,
                        problems::add)
                .map(YamlMap.class::cast)
                .orElseThrow();

        Mapping mapping =
                MAPPINGS.named("x12/944", given, problems::add).orElseThrow().mapping();

        assertThat(mapping.meaning("X12 412", "88").says()).isEqualTo("torn");
        assertThat(mapping.meaning("X12 412", "01")).isEqualTo(received.meaning("X12 412", "01"));
    }

    @Test
    void aCutSaysSomethingAndOnlyOfACode() {
        assertThat(overridden("""
                        lots:
                          - { code: "PID[02=TP]-05", cut: {} }
                          - { gs1: "MAN[AI]-02", cut: { after: "LOT" } }
                        """)).isEmpty();

        assertThat(problems)
                .extracting(problem -> problem.place().file())
                .containsExactly("profile.yaml:2", "profile.yaml:3");
    }

    @Test
    void theVersionIsOfBoth() {
        String one = overridden("number: BSN-03\n").orElseThrow().stamp();
        String other = overridden("number: BSN-04\n").orElseThrow().stamp();

        assertThat(one).startsWith("x12/856@").isNotEqualTo(other).isNotEqualTo(SHIP_NOTICE.stamp());
        assertThat(overridden("number: BSN-03\n").orElseThrow().stamp()).isEqualTo(one);
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndThenThereIsNoMapping() {
        assertThat(overridden("""
                        number: BSN
                        document: "945"
                        lots:
                          first: [ { place: LIN/LT } ]
                          without: [ "REF[ZZ]-02" ]
                        dates:
                          expired: [ "DTM[036]-02" ]
                        """)).isEmpty();

        assertThat(problems.stream().map(problem -> problem.place().file()).distinct())
                .containsExactlyInAnyOrder(
                        "profile.yaml:1", "profile.yaml:2", "profile.yaml:4", "profile.yaml:5", "profile.yaml:7");
        assertThat(problems).allMatch(Problem::isError);
    }

    @Test
    void aPlaceInASegmentThatTheDocumentNeverHasIsNone() {
        assertThat(overridden("""
                        lots:
                          also:
                            - { code: "QQQ[ZZ]-02" }
                            - { code: "W12-09", quantity: SN1-02 }
                            - { code: "N9[LT]/DTM-02" }
                        """)).isEmpty();

        assertThat(problems)
                .extracting(problem -> problem.place().file() + " " + problem.message())
                .containsExactly(
                        "profile.yaml:3 Nothing can be found at 'QQQ[ZZ]-02': there is no segment QQQ in 856. Name one that"
                                + " it has.",
                        "profile.yaml:4 Nothing can be found at 'W12-09': there is no segment W12 in 856. Name one that it"
                                + " has.",
                        "profile.yaml:5 Nothing can be found at 'N9[LT]/DTM-02': there is no segment N9 in 856. Name one"
                                + " that it has.");
    }

    private Optional<Mapping> overridden(String yaml) {
        YamlMap override = (YamlMap) YamlFile.parse(yaml, "profile.yaml", variable -> null, problems::add)
                .orElseThrow();
        return MAPPINGS.named("x12/856", override, problems::add).map(Translator::mapping);
    }
}
