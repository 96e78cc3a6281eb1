package io.lotwire.edi.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
    private static final Grammar GRAMMAR = Grammar.standard();
    private static final List<String> SETS =
            List.of("850", "856", "861", "846", "940", "943", "944", "945", "947", "997", "999", "824", "864", "867");

    static Set<String> versions() {
        return Versions.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everySetIsThereInEachVersionButThe999BeforeItCame(String version) {
        Set<String> there = SETS.stream()
                .filter(set -> GRAMMAR.set(set, version).isPresent())
                .collect(Collectors.toSet());

        Set<String> expected = new TreeSet<>(SETS);
        if (version.compareTo("005010") < 0) {
            expected.remove("999");
        }
        assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyPlaceInASetHasTheSegmentOfItsVersionAndEveryConditionItsElements(String version) {
        for (String set : SETS) {
            GRAMMAR.set(set, version).ifPresent(rule -> parts(rule.root()).forEach(part -> {
                assertThat(GRAMMAR.segment(part.id(), version)).contains(part.rule());
                assertThat(part.most()).isPositive();
                long all = IntStream.rangeClosed(1, part.rule().elements().size())
                        .mapToLong(Condition::bit)
                        .sum();
                for (Condition condition : part.rule().conditions()) {
                    assertThat(condition.elements() & ~all).as(part.id()).isZero();
                    assertThat(Long.bitCount(condition.elements())).isGreaterThan(1);
                    assertThat(condition.elements() & Condition.bit(condition.first()))
                            .isNotZero();
                }
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyElementHasALengthThatItsCodesFit(String version) {
        for (ElementRule element : ElementFiles.read(version).values()) {
            assertThat(element.length().least()).isBetween(1, element.length().most());
            assertThat(element.codes())
                    .as(element.reference())
                    .allMatch(code -> code.length() >= element.length().least()
                            && code.length() <= element.length().most());
            assertThat(element.components()).noneMatch(use -> use.rule().isComposite());
        }
    }

    @Test
    void everySegmentIsDescribedToItsLastElement() {
        for (String version : Versions.all()) {
            assertThat(SegmentFile.read(version).values())
                    .allMatch(segment -> !segment.elements().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "003060, 004010",
        "004010VICS, 004010",
        "004042, 004040",
        "004060, 004050",
        "00401, 004010",
        "4030, 004030",
        "4010VICS, 004010",
        "005010X230, 005010",
        "005030, 005030",
        "006020, 006020",
        "007030, 006040",
        "'', 006040",
        "SPQR, 006040"
    })
    void theRulesOfTheNearestEarlierVersionHold(String sent, String holding) {
        assertThat(Versions.holding(sent)).isEqualTo(holding);
    }

    @ParameterizedTest
    @CsvSource({
        "REF, 2, 004010, 30",
        "REF, 2, 005010, 50",
        "REF, 2, 006020, 80",
        "LIN, 3, 005010, 48",
        "LIN, 3, 006020, 80",
        "IK3, 2, 005010, 10",
        "PER, 4, 004010, 80",
        "PER, 4, 005010, 256"
    })
    void anElementHasTheLengthOfItsVersion(String segment, int element, String version, int most) {
        assertThat(element(segment, element, version).rule().length().most()).isEqualTo(most);
    }

    @Test
    void elementsAndConditionsThatCameLaterAreNotThereBefore() {
        assertThat(segment("ST", "004010").elements()).hasSize(2);
        assertThat(segment("ST", "005010").elements()).hasSize(3);
        assertThat(element("W14", 3, "004010").rule().reference()).isEqualTo("452");
        assertThat(element("W14", 3, "006020").rule().reference()).isEqualTo("380");
        assertThat(segment("N4", "004010").conditions()).hasSize(1);
        assertThat(segment("N4", "005010").conditions()).hasSize(3);
        assertThat(GRAMMAR.segment("IK3", "004010")).isEmpty();
        assertThat(GRAMMAR.knows("IK3", "004010")).isTrue();
    }

    @Test
    void theLinesOfAReceiptStandInLoopsOfTheirOwnFrom004020On() {
        assertThat(GRAMMAR.set("944", "004010").orElseThrow().root().knows("LX"))
                .isFalse();
        assertThat(GRAMMAR.set("944", "004020").orElseThrow().root().knows("LX"))
                .isTrue();
    }

    @Test
    void aCodeIsTakenFromTheVersionOnThatAddedIt() {
        assertThat(element("MAN", 1, "004010").rule().takes("E1")).isFalse();
        assertThat(element("MAN", 1, "005040").rule().takes("E1")).isTrue();
        assertThat(element("MAN", 1, "006020").rule().takes("GM")).isTrue();
    }

    @Test
    void anyCodeIsTakenInVersionsWhoseListsAreNotKnown() {
        assertThat(element("MAN", 1, "006030").rule().takes("Q7")).isFalse();
        assertThat(element("MAN", 1, "007030").rule().takes("Q7")).isTrue();
    }

    @Test
    void aCompositeHasItsComponentsAndTheirConditions() {
        ElementRule reference = element("REF", 4, "005010").rule();

        assertThat(reference.isComposite()).isTrue();
        assertThat(reference.components())
                .extracting(use -> use.rule().reference())
                .containsExactly("128", "127", "128", "127", "128", "127");
        assertThat(reference.components()).extracting(ElementUse::required).startsWith(true, true, false);
        assertThat(reference.conditions()).extracting(Condition::first).containsExactly(3, 5);
        assertThat(reference.components().get(1).rule().length().most()).isEqualTo(50);
        assertThat(element("AK4", 1, "004010").rule().components()).hasSize(2);
        assertThat(element("IK4", 1, "005010").rule().components()).hasSize(3);
    }

    @Test
    void anElementThatMayRepeatSaysHowOften() {
        assertThat(element("CTX", 1, "005010").most()).isEqualTo(10);
        assertThat(element("REF", 4, "005010").most()).isEqualTo(1);
    }

    @Test
    void theElementsThatMustBeThereAreBits() {
        assertThat(segment("SN1", "004010").required()).isEqualTo(Condition.bit(2) | Condition.bit(3));
    }

    @Test
    void qualifierAndValuePairsAreTheSamePlacesInEachVersion() {
        assertThat(GRAMMAR.pairs("LIN")).startsWith(2, 4, 6).hasSize(15);
        for (String version : Versions.all()) {
            assertThat(SegmentFile.read(version).values())
                    .allMatch(segment -> GRAMMAR.pairs(segment.id()).containsAll(segment.pairs()));
        }
    }

    @Test
    void qualifiersSayWhichKeyAndHowManyDigits() {
        assertThat(Optional.ofNullable(Grammar.keyKinds("235").get("UK")))
                .contains(new KeyKind(KeyKind.Kind.GTIN, Set.of(14)));
        assertThat(Optional.ofNullable(Grammar.keyKinds("88").get("GM")))
                .contains(new KeyKind(KeyKind.Kind.SSCC, Set.of(18, 20)));
        assertThat(Optional.ofNullable(Grammar.keyKinds("66").get("UL")))
                .contains(new KeyKind(KeyKind.Kind.GLN, Set.of(13)));
        assertThat(Optional.ofNullable(Grammar.keyKinds("235").get("VN"))).isEmpty();
    }

    private static SegmentRule segment(String id, String version) {
        return GRAMMAR.segment(id, version).orElseThrow();
    }

    private static ElementUse element(String segment, int element, String version) {
        return segment(segment, version).elements().get(element - 1);
    }

    private static Stream<Part> parts(Part part) {
        return part instanceof LoopRule loop
                ? Stream.concat(Stream.of(loop), loop.parts().stream().flatMap(GrammarTest::parts))
                : Stream.of(part);
    }

    @ParameterizedTest
    @CsvSource({"DESADV", "RECADV", "INVRPT", "APERAK", "CONTRL"})
    void everyMessageIsThereInEachDirectoryAndInNoVersionOfX12(String message) {
        for (String directory : Versions.directories()) {
            SetRule rule = GRAMMAR.set(message, directory).orElseThrow();
            assertThat(rule.root().id()).isEqualTo("UNH");
            parts(rule.root()).forEach(part -> assertThat(GRAMMAR.segment(part.id(), directory))
                    .contains(part.rule()));
        }
        assertThat(GRAMMAR.set(message, "004010")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D93A, D96A",
        "D96A, D96A",
        "D99B, D96A",
        "D00A, D96A",
        "D01B, D01B",
        "D20A, D01B",
        "D3, D01B",
        "41, D01B"
    })
    void theRulesOfTheNearestEarlierDirectoryHold(String sent, String holding) {
        assertThat(Grammar.directory(sent)).isEqualTo(holding);
    }

    @Test
    void aDirectoryHasItsOwnSegmentsCompositesAndLengths() {
        assertThat(element("BGM", 2, "D96A").rule().isComposite()).isFalse();
        assertThat(element("BGM", 2, "D01B").rule().reference()).isEqualTo("C106");
        assertThat(element("DTM", 1, "D96A").rule().components()).hasSize(3);
        assertThat(GRAMMAR.qualifiedComposites("PIA")).containsExactly(2, 3, 4, 5, 6);
        assertThat(GRAMMAR.qualifiedComposites("LIN")).containsExactly(3);
        assertThat(GRAMMAR.qualifiedComposites("NAD")).isEmpty();
    }
}
