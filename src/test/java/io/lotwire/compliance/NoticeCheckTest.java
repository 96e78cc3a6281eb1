package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.Completeness.Element;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoticeCheckTest {
    private static final Set<Element> ALL = Completeness.Rule.FSMA_204.elements();

    @Test
    void aNoticeWithAllThatIsAskedForLacksNothing() throws IOException {
        assertThat(missing(ALL, Told.shipped("a"))).isEmpty();
    }

    @Test
    void whatIsMissingIsToldInALineWithItsLots() throws IOException {
        assertThat(missing(
                        ALL,
                        Told.shipped("a").lot("A").withoutAmount(),
                        Told.shipped("b").lot("B").withoutAmount(),
                        Told.shipped("c").lot(Told.lot("C", LotKind.BATCH))))
                .containsExactly(
                        "quantity and unit of measure (21 CFR 1.1340(a)(2)): quantity, unit of measure, in 2 lines,"
                                + " of lot A, B",
                        "traceability lot code (21 CFR 1.1340(a)(1)): traceability lot code (the document calls 'C' a"
                                + " batch), in 1 line, of lot C");
    }

    @Test
    void manyLotsThatLackTheSameAreCounted() throws IOException {
        Told[] told = Stream.of("A", "B", "C", "D", "E", "F", "G")
                .map(code -> Told.shipped(code).lot(code).withoutAmount())
                .toArray(Told[]::new);

        assertThat(missing(Set.of(Element.QUANTITY), told))
                .containsExactly(
                        "quantity and unit of measure (21 CFR 1.1340(a)(2)): quantity, unit of measure, in 7 lines,"
                                + " of lot A, B, C, D, E, ...");
    }

    @Test
    void onlyWhatTheCustomerAsksForIsLookedAt() throws IOException {
        assertThat(missing(
                        Set.of(Element.TLC), Told.shipped("a").withoutAmount().to(null)))
                .isEmpty();
    }

    @Test
    void whatIsNoShipmentNeedsNoKeyData() throws IOException {
        assertThat(missing(ALL, Told.of(EventType.COUNTED, "a").withoutAmount().lot((Lot) null)))
                .isEmpty();
    }

    private static List<String> missing(Set<Element> wanted, Told... told) throws IOException {
        return NoticeCheck.missing(
                EventSource.of(Stream.of(told).map(Told::event).toList()),
                new Completeness(Completeness.Rule.FSMA_204, Completeness.Missing.PARK, wanted),
                FoodLedger.context(Terms.USUAL));
    }
}
