package io.lotwire.registry;

import static io.lotwire.registry.Network.BERRIES;
import static io.lotwire.registry.Network.PALLET_1;
import static io.lotwire.registry.Network.PALLET_2;
import static io.lotwire.registry.Network.ROMAINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Sscc;
import io.lotwire.registry.LotSearch.Found;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LotSearchTest {
    private static final String CARTON = "006141411234567913";

    private static final Found A1 = new Found("A1", Optional.of(new Gtin(ROMAINE)));
    private static final Found A2 = new Found("A2", Optional.of(new Gtin(BERRIES)));
    private static final Found A3 = new Found("A3", Optional.empty());

    private Network network;

    @BeforeEach
    void open() throws SQLException {
        network = new Network();
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                EventSamples.shipped("a")
                        .gtin(ROMAINE)
                        .lot("A1")
                        .pallet(PALLET_1)
                        .reference("purchase-order", "4500"),
                EventSamples.shipped("b")
                        .gtin(BERRIES)
                        .lot("A2")
                        .pallet(CARTON)
                        .onto(PALLET_1)
                        .reference("purchase-order", "4501"));
        network.document(
                "ASN-2",
                Purpose.ORIGINAL,
                EventSamples.shipped("c").lot("A3").pallet(PALLET_2).reference("purchase-order", "4501"));
    }

    @Test
    void aUnitHasTheLotsThatAreOnItAndOnWhatItHolds() {
        assertThat(onUnit(PALLET_1)).containsExactly(A1, A2);
        assertThat(onUnit(CARTON)).containsExactly(A2);
        assertThat(onUnit(PALLET_2)).containsExactly(A3);
        assertThat(onUnit("006141411234567999")).isEmpty();
    }

    @Test
    void unitsThatHoldEachOtherDoNotMakeTheSearchEndless() {
        network.document(
                "ASN-3",
                Purpose.ORIGINAL,
                EventSamples.shipped("d")
                        .gtin(ROMAINE)
                        .lot("A1")
                        .pallet(PALLET_1)
                        .onto(CARTON));

        assertThat(onUnit(CARTON)).containsExactly(A1, A2);
    }

    @Test
    void aDocumentHasItsLotsAndANumberThoseThatAreNamedWithAReferenceToIt() {
        assertThat(inDocuments("ASN-1")).containsExactly(A1, A2);
        assertThat(inDocuments("4501")).containsExactly(A2, A3);
        assertThat(inDocuments("4599")).isEmpty();
    }

    private List<Found> onUnit(String sscc) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).onUnit(new Sscc(sscc)));
    }

    private List<Found> inDocuments(String number) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).inDocuments(number));
    }
}
