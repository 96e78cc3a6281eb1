package io.lotwire.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recall reaches: lots, shipments, partners, quantities, and what is on hand. */
class AffectedGoodsTest {
    @TempDir
    private Path folder;

    private RecallScene scene;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(folder);
        scene.retailer("as: csv, over: folder");
        scene.usual();
    }

    @Test
    void whatCameIsWhatWasReceivedAndWhatIsThereIsWhatDidNotLeave() {
        Affected affected = scene.affected(RecallScene.lot("A1"));

        assertThat(stocks(affected))
                .containsExactly(
                        "Corner Shop: 30 came, 30 there",
                        "Fairway Store 7: 48 came, 48 there",
                        "Green Valley Farm: 0 came, 0 there",
                        "Northgate Distribution: 120 came, 40 there");
    }

    @Test
    void aStoreGoesByTheProfileOfItsRetailerAndWhoHasNoneIsStillThere() {
        Affected affected = scene.affected(RecallScene.lot("A1"));

        assertThat(affected.parties())
                .extracting(Affected.Party::name, Affected.Party::partner, Affected.Party::us, Affected.Party::got)
                .containsExactly(
                        tuple("Corner Shop", "", false, true),
                        tuple("Fairway Store 7", "fairway-markets", false, true),
                        tuple("Green Valley Farm", "green-valley-farm", false, false),
                        tuple("Northgate Distribution", "us", true, true));
        assertThat(scene.plan(affected))
                .extracting(
                        NoticePlan.Planned::name,
                        NoticePlan.Planned::partner,
                        NoticePlan.Planned::telephone,
                        planned -> planned.way().isPresent())
                .containsExactly(
                        tuple("Fairway Markets", "fairway-markets", "", true),
                        tuple("Corner Shop", "", "555-0100", false));
    }

    @Test
    void shipmentsTellTheirDocumentsAndUnits() {
        assertThat(scene.affected(RecallScene.lot("A1")).shipments())
                .extracting(
                        Affected.Shipment::when,
                        Affected.Shipment::type,
                        Affected.Shipment::document,
                        Affected.Shipment::number,
                        Affected.Shipment::sscc,
                        Affected.Shipment::references,
                        shipment -> shipment.quantity().intValueExact(),
                        Affected.Shipment::sure)
                .containsExactly(
                        tuple("2026-03-04", "shipped", "856", "S1", "", List.of("asn S1"), 120, true),
                        tuple("2026-03-05", "shipped", "856", "S2", "006141411234567890", List.of("asn S2"), 50, true),
                        tuple("2026-03-05", "shipped", "856", "S3", "", List.of("asn S3"), 30, true),
                        tuple("2026-03-06", "received", "861", "R2", "006141411234567890", List.of(), 48, true));
    }

    @Test
    void whatWasMadeOfItIsAffectedAndWhatOnlyMayHoldItIsToldApart() {
        scene.document(
                "T1",
                EventSamples.of(EventType.TRANSFORMED, "10")
                        .gtin(RecallScene.ROMAINE)
                        .lot("A1")
                        .cases("10")
                        .into("R1")
                        .on("2026-03-06")
                        .from(RecallScene.US),
                EventSamples.of(EventType.TRANSFORMED, "11")
                        .gtin("00614141000029")
                        .lot("M1")
                        .cases("4")
                        .outOf("R1")
                        .on("2026-03-06")
                        .from(RecallScene.US));
        scene.document(
                "S4",
                EventSamples.shipped("12")
                        .gtin("00614141000029")
                        .lot("M1")
                        .cases("3")
                        .on("2026-03-06")
                        .from(RecallScene.US)
                        .to(RecallScene.CORNER));
        scene.document(
                "S5",
                RecallScene.shipped("13", "A9", "7", RecallScene.FARM, RecallScene.CORNER)
                        .among("A9", "A1"));

        Affected affected = scene.affected(RecallScene.lot("A1"));

        assertThat(affected.lots())
                .extracting(Affected.Lot::code, Affected.Lot::depth)
                .containsExactly(tuple("A1", 0), tuple("M1", 1));
        Map<Boolean, Long> sure = affected.shipments().stream()
                .collect(Collectors.groupingBy(Affected.Shipment::sure, Collectors.counting()));
        assertThat(sure).containsEntry(false, 1L).containsEntry(true, 5L);
        assertThat(stocks(affected))
                .contains("Northgate Distribution: 120 came, 30 there", "Northgate Distribution: 4 came, 1 there");
        assertThat(affected.stocks())
                .filteredOn(stock -> stock.came().intValueExact() == 37)
                .singleElement()
                .satisfies(stock -> assertThat(stock.surelyCame()).isEqualByComparingTo("30"));
    }

    @Test
    void aScopeIsASuppliersLotsOrWhatAPlantMadeOrShippedInATime() {
        scene.document(
                "S6",
                RecallScene.shipped("20", "A1", "1", RecallScene.CORNER, RecallScene.STORE)
                        .gtin("00614141000029"));

        assertThat(lots(new Scope(List.of("A1"), "", "", "", "", ""))).containsExactly("A1", "A1");
        assertThat(lots(new Scope(List.of("A1"), "", "green-valley-farm", "", "", "")))
                .containsExactly("A1");
        assertThat(lots(new Scope(List.of("A1"), "00614141000029", "", "", "", "")))
                .containsExactly("A1");
        assertThat(lots(plant("us", "2026-03-05", "2026-03-06"))).containsExactlyInAnyOrder("A1", "B1");
        assertThat(lots(plant("9506000110004", "2026-03-06", "2026-03-07"))).isEmpty();
        assertThat(lots(plant("green valley farm", "2026-03-04", "2026-03-05"))).containsExactly("A1");
    }

    @Test
    void theSameIsTheSameTextAndReadAgainTheSameValue() {
        Affected one = scene.affected(RecallScene.lot("A1"));
        Affected other = scene.affected(RecallScene.lot("A1"));

        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(RecallJson.read(RecallJson.text(one), Affected.class)).isEqualTo(one);
    }

    private List<String> lots(Scope scope) {
        return scene.ledger().inTransaction(tx -> {
            AffectedGoods goods =
                    new AffectedGoods(tx, new Partners(scene.profiles().good()));
            return goods.lots(scope).stream()
                    .map(id -> tx.handle()
                            .createQuery("select code from lot where id = :id")
                            .bind("id", id)
                            .mapTo(String.class)
                            .one())
                    .toList();
        });
    }

    private static Scope plant(String where, String from, String to) {
        return new Scope(List.of(), "", "", where, from + "T00:00", to + "T00:00");
    }

    private static List<String> stocks(Affected affected) {
        Map<Integer, String> names =
                affected.parties().stream().collect(Collectors.toMap(Affected.Party::number, Affected.Party::name));
        return affected.stocks().stream()
                .map(stock -> names.get(stock.party()) + ": "
                        + stock.came().stripTrailingZeros().toPlainString() + " came, "
                        + stock.there().stripTrailingZeros().toPlainString() + " there")
                .toList();
    }
}
