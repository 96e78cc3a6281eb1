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
import java.time.LocalDate;
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

    @Test
    void anInterchangeAndAMessageHaveTheLotsThatCameWithThem() {
        String control = one("select control_number from interchange order by id limit 1");
        String message = one("select message_id from inbox order by id limit 1");

        assertThat(inInterchanges(control)).containsExactly(A1, A2);
        assertThat(inInterchanges("no such")).isEmpty();
        assertThat(inMessage(message)).containsExactly(A1, A2);
        assertThat(inMessage(message.substring(1, message.length() - 1))).containsExactly(A1, A2);
        assertThat(inMessage(message.substring(0, message.length() - 2))).isEmpty();
    }

    @Test
    void anInterchangeIsFoundWithoutTheZerosBeforeItsNumberAndAMessageWithAllOfItsPayloads() {
        network.ledger().useTransaction(tx -> tx.handle()
                .execute("update interchange set control_number = lpad(control_number, 9, '0');"
                        + " update inbox set message_id = '<m@test>' || case when id = 1 then '' else ' #' || id end"));
        String control = one("select cast(cast(control_number as int) as text) from interchange order by id limit 1");

        assertThat(inInterchanges(control)).containsExactly(A1, A2);
        assertThat(inMessage("m@test")).containsExactly(A1, A2, A3);
        assertThat(inMessage("<m@test> #2")).containsExactly(A3);
    }

    @Test
    void aProductHasTheLotsThatAreToldOfInAStretchOfDays() {
        network.document(
                "ASN-3",
                Purpose.ORIGINAL,
                EventSamples.shipped("d").gtin(ROMAINE).lot("A4").on("2026-05-04"),
                EventSamples.shipped("e").gtin(ROMAINE).lot("A5").on("2026-05-06"),
                EventSamples.shipped("f").gtin(BERRIES).lot("A6").on("2026-05-05"));

        assertThat(ofRomaine("2026-05-04", "2026-05-05"))
                .extracting(Found::code)
                .containsExactly("A4");
        assertThat(ofRomaine("2026-05-04", "2026-05-06"))
                .extracting(Found::code)
                .containsExactly("A4", "A5");
        assertThat(ofRomaine("2026-05-07", "2026-05-08")).isEmpty();
    }

    private String one(String sql) {
        return network.ledger()
                .inTransaction(
                        tx -> tx.handle().createQuery(sql).mapTo(String.class).one());
    }

    private List<Found> inInterchanges(String number) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).inInterchanges(number));
    }

    private List<Found> inMessage(String id) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).inMessage(id));
    }

    private List<Found> ofRomaine(String from, String to) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx)
                .ofProduct(new Gtin(ROMAINE), LocalDate.parse(from), LocalDate.parse(to)));
    }

    private List<Found> onUnit(String sscc) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).onUnit(new Sscc(sscc)));
    }

    private List<Found> inDocuments(String number) {
        return network.ledger().inTransaction(tx -> new LotSearch(tx).inDocuments(number));
    }
}
