package io.lotwire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was shipped beside what was ordered. */
class OrderedQuantitiesTest {
    private static EventSamples shipped(String lot, String quantity, String ordered) {
        return EventSamples.shipped(lot + quantity)
                .gtin(Network.ROMAINE)
                .lot(lot)
                .cases(quantity)
                .ordered(ordered)
                .reference("purchase-order", "PO-7");
    }

    private static List<Issue> issues(EventSamples... events) {
        List<LotEvent> all = Stream.of(events).map(EventSamples::event).toList();
        List<LotEvent> doubted = OrderedQuantities.doubted(all);
        assertThat(doubted)
                .extracting(LotEvent::eventId)
                .isEqualTo(all.stream().map(LotEvent::eventId).toList());
        return doubted.stream().flatMap(event -> event.issues().stream()).toList();
    }

    @Test
    void lessThanWasOrderedIsShort() {
        assertThat(issues(shipped("A", "12", "20"))).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(IssueCode.QUANTITY_SHORT);
            assertThat(issue.message())
                    .isEqualTo("12 CA are shipped of 20 CA that were ordered by PO-7, of GTIN 00614141000012;"
                            + " ask when the rest comes.");
        });
    }

    @Test
    void moreThanWasOrderedIsOver() {
        assertThat(issues(shipped("A", "21", "20"))).extracting(Issue::code).containsExactly(IssueCode.QUANTITY_OVER);
    }

    @Test
    void lotsOfOneOrderCountTogetherWhetherEachSaysAllThatWasOrderedOrItsPart() {
        assertThat(issues(shipped("A", "12", "20"), shipped("B", "8", ""))).isEmpty();
        assertThat(issues(shipped("A", "12", "20"), shipped("B", "8", "20"))).isEmpty();
        assertThat(issues(shipped("A", "12", "12"), shipped("B", "8", "8"))).isEmpty();
        assertThat(issues(shipped("A", "12", "20"), shipped("B", "7", "20"))).hasSize(1);
        assertThat(issues(shipped("A", "12", "12"), shipped("B", "9", "8"))).hasSize(1);
    }

    @Test
    void ordersAndItemsCountApartAndOnlyWhatIsShippedCounts() {
        assertThat(issues(
                        shipped("A", "12", "12"),
                        shipped("A", "5", "6").reference("depositor-order", "x").gtin(Network.BERRIES)))
                .hasSize(1);
        assertThat(issues(EventSamples.of(EventType.RECEIVED, "r")
                        .gtin(Network.ROMAINE)
                        .lot("A")
                        .cases("5")
                        .ordered("6")))
                .isEmpty();
    }
}
