package io.lotwire.registry;

import static io.lotwire.registry.Network.BERRIES;
import static io.lotwire.registry.Network.FARM;
import static io.lotwire.registry.Network.ROMAINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnricherTest {
    private Network network;

    @BeforeEach
    void open() throws SQLException {
        network = new Network();
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                EventSamples.shipped("in-1")
                        .gtin(ROMAINE)
                        .item("vendor", "RH-24")
                        .described("Romaine hearts")
                        .lot("A1")
                        .expires("2026-03-20")
                        .from(FARM));
    }

    @Test
    void fillsWhatALaterDocumentLeavesOut() {
        LotEvent complete =
                network.complete(EventSamples.shipped("out").gtin(ROMAINE).lot("A1"), Expectation.KNOWN);
        assertThat(complete.lot().expires()).isEqualTo("2026-03-20");
        assertThat(complete.item().description()).isEqualTo("Romaine hearts");
        assertThat(complete.lot().code()).isEqualTo("A1");
        assertThat(complete.issues()).isEmpty();
    }

    @Test
    void findsTheLotByAnItemNumberWhenTheDocumentHasNoGtin() {
        LotEvent complete = network.complete(
                EventSamples.shipped("out").item("sku", "RH-24").lot("A1"), Expectation.KNOWN);
        assertThat(complete.item().gtin().digits()).isEqualTo(ROMAINE);
        assertThat(complete.lot().expires()).isEqualTo("2026-03-20");
    }

    @Test
    void leavesWhatTheDocumentSaysAndNamesTheConflict() {
        LotEvent complete = network.complete(
                EventSamples.shipped("out").gtin(ROMAINE).lot("A1").expires("2026-04-20"), Expectation.KNOWN);
        assertThat(complete.lot().expires()).isEqualTo("2026-04-20");
        assertThat(complete.issues()).extracting(Issue::code).containsExactly(IssueCode.EXPIRY_CONFLICT);
        assertThat(complete.issues().get(0).message()).contains("2026-04-20").contains("2026-03-20");
    }

    @Test
    void anUnknownLotIsAnIssueOnlyWhereItShouldBeKnown() {
        EventSamples unknown = EventSamples.shipped("out").gtin(ROMAINE).lot("a1");
        assertThat(network.complete(unknown, Expectation.KNOWN).issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.LOT_UNKNOWN);
        assertThat(network.complete(unknown, Expectation.MAY_BE_NEW).issues()).isEmpty();
    }

    @Test
    void aLotOfAnotherItemIsAMismatchAndTeachesNothing() {
        LotEvent complete =
                network.complete(EventSamples.shipped("out").gtin(BERRIES).lot("A1"), Expectation.KNOWN);
        assertThat(complete.issues()).extracting(Issue::code).containsExactly(IssueCode.LOT_ITEM_MISMATCH);
        assertThat(complete.issues().get(0).message()).contains(ROMAINE).contains(BERRIES);
        assertThat(complete.lot().expires()).isEmpty();
    }

    @Test
    void aCodeSharedByTwoProductsIsNotGuessedWithoutAnItem() {
        network.document(
                "ASN-2",
                Purpose.ORIGINAL,
                EventSamples.shipped("in-2").gtin(BERRIES).lot("A1").expires("2026-03-09"));
        LotEvent complete = network.complete(EventSamples.shipped("out").lot("A1"), Expectation.KNOWN);
        assertThat(complete.item().gtin()).isNull();
        assertThat(complete.lot().expires()).isEmpty();
        assertThat(complete.issues()).extracting(Issue::code).containsExactly(IssueCode.LOT_ITEM_MISMATCH);
    }

    @Test
    void theFirstStatementOfAFactStandsAndLaterOnesFillTheGaps() {
        network.document(
                "ASN-3",
                Purpose.ORIGINAL,
                EventSamples.shipped("in-3").gtin(ROMAINE).lot("B2").described("Romaine"),
                EventSamples.shipped("in-4")
                        .gtin(ROMAINE)
                        .lot("B2")
                        .described("Lettuce")
                        .expires("2026-03-22"));
        LotEvent complete =
                network.complete(EventSamples.shipped("out").gtin(ROMAINE).lot("B2"), Expectation.KNOWN);
        assertThat(complete.item().description()).isEqualTo("Romaine");
        assertThat(complete.lot().expires()).isEqualTo("2026-03-22");
    }

    @Test
    void aLotFirstNamedWithoutAGtinIsTheSameLotWhenItsGtinComes() {
        network.document(
                "ASN-4",
                Purpose.ORIGINAL,
                EventSamples.shipped("in-5").item("vendor", "BB-12").lot("C3").expires("2026-03-11"));
        network.document(
                "ASN-5",
                Purpose.ORIGINAL,
                EventSamples.shipped("in-6")
                        .gtin(BERRIES)
                        .item("vendor", "BB-12")
                        .lot("C3"));
        LotEvent complete =
                network.complete(EventSamples.shipped("out").gtin(BERRIES).lot("C3"), Expectation.KNOWN);
        assertThat(complete.lot().expires()).isEqualTo("2026-03-11");
        assertThat(complete.issues()).isEmpty();
    }

    @Test
    void aCancellationTeachesNothing() {
        network.document(
                "ASN-6",
                Purpose.CANCEL,
                EventSamples.shipped("in-7")
                        .purpose(Purpose.CANCEL)
                        .gtin(ROMAINE)
                        .lot("D4"));
        LotEvent complete =
                network.complete(EventSamples.shipped("out").gtin(ROMAINE).lot("D4"), Expectation.KNOWN);
        assertThat(complete.issues()).extracting(Issue::code).containsExactly(IssueCode.LOT_UNKNOWN);
    }

    @Test
    void documentsThatTeachTheSameLotsAtOnceInOppositeOrderAllSucceed() throws Exception {
        List<String> gtins = List.of(ROMAINE, BERRIES);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> documents = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> network.document(
                            "M-" + i,
                            Purpose.ORIGINAL,
                            EventSamples.shipped("m1-" + i)
                                    .gtin(gtins.get(i % 2))
                                    .lot("M"),
                            EventSamples.shipped("m2-" + i)
                                    .gtin(gtins.get((i + 1) % 2))
                                    .lot("M"),
                            EventSamples.shipped("m3-" + i)
                                    .item("vendor", "X" + i % 3)
                                    .lot("M"))))
                    .toList();
            for (Future<?> document : documents) {
                document.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<KnownLot> lots = network.ledger()
                .inTransaction(tx -> new LotRegistry(tx).book(List.of("M")).with("M"));
        assertThat(lots).hasSize(5);
    }
}
