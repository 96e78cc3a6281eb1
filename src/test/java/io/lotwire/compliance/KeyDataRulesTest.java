package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Word;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.FoodTraceability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyDataRulesTest {
    private final KeyDataRules rules = KeyDataRules.standard();

    @Test
    void everyTrackingEventHasElementsEachWithItsNameAndParagraph() {
        for (TrackingEvent kind : TrackingEvent.values()) {
            List<KeyDataElement> elements = rules.of(kind);
            assertThat(elements).as(kind.word()).isNotEmpty();
            assertThat(elements).extracting(KeyDataElement::name).doesNotHaveDuplicates();
            assertThat(elements).extracting(KeyDataElement::paragraph).doesNotHaveDuplicates();
            assertThat(elements)
                    .allMatch(element -> element.paragraph().matches("21 CFR 1\\.13\\d\\d(\\([a-z0-9]+\\))+"));
        }
    }

    @Test
    void whatAProfileCanAskForIsWhatAShipperMustGive() {
        assertThat(rules.of(TrackingEvent.SHIPPING).stream()
                        .filter(element -> element.toPartners().isPresent())
                        .map(KeyDataElement::name))
                .containsExactlyInAnyOrderElementsOf(Completeness.Rule.FSMA_204.elements().stream()
                        .map(Word::of)
                        .toList());
    }

    @Test
    void whatADocumentDoesNotTellIsMissingWithItsParagraph() {
        assertThat(missing(Told.shipped("a").withoutAmount().to(null)))
                .containsExactly(
                        "21 CFR 1.1340(a)(2) quantity, unit of measure",
                        "21 CFR 1.1340(a)(3) packaging size, packaging style",
                        "21 CFR 1.1340(a)(4) business name, phone number, street address or coordinates, city,"
                                + " state or region, ZIP or postal code",
                        "21 CFR 1.1340(a)(5) phone number");
    }

    @Test
    void aReferenceStandsForTheSourceOfATraceabilityLotCode() {
        assertThat(missing(Told.shipped("a"))).noneMatch(line -> line.startsWith("21 CFR 1.1340(a)(7)"));
        assertThat(missing(Told.shipped("a").oneOf("A", "B"))).anyMatch(line -> line.startsWith("21 CFR 1.1340(a)(7)"));
    }

    @Test
    void aLotCodeIsATraceabilityLotCodeWhereDocumentOrOwnerSaysSo() {
        Told lot = Told.shipped("a").lot(Told.lot("R1", LotKind.LOT));

        assertThat(missing(lot)).contains("21 CFR 1.1340(a)(1) traceability lot code (the document calls 'R1' a lot)");
        assertThat(missing(lot, new Terms(true, FoodTraceability.NO_ENFORCEMENT_BEFORE, Map.of())))
                .noneMatch(line -> line.startsWith("21 CFR 1.1340(a)(1)"));
    }

    @Test
    void aCodeThatIsOneOfSeveralIsNoTraceabilityLotCode() {
        assertThat(missing(Told.shipped("a").oneOf("A", "B")))
                .contains("21 CFR 1.1340(a)(1) traceability lot code (one of A, B)");
    }

    @Test
    void whatWasReceivedIsToldByItsReceiver() {
        Statement received = Statement.of(
                TrackingEvent.RECEIVING,
                Told.of(EventType.RECEIVED, "a").event(),
                "R-1",
                FoodLedger.context(Terms.USUAL));

        assertThat(Fact.of("from.name").in(received)).isEqualTo("Green Valley Farm");
        assertThat(Fact.of("at.name").in(received)).isEqualTo("North Shore Warehouse");
        assertThat(Fact.of("source.city").in(received)).isEqualTo("Salinas");
        assertThat(Fact.of("at.phone").in(received)).isNull();
    }

    private List<String> missing(Told told) {
        return missing(told, Terms.USUAL);
    }

    private List<String> missing(Told told, Terms terms) {
        return rules
                .missingIn(Statement.of(TrackingEvent.SHIPPING, told.event(), "ASN-1", FoodLedger.context(terms)))
                .stream()
                .map(each -> each.element().paragraph() + " " + each.words())
                .toList();
    }
}
