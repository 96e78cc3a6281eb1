package io.lotwire.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.ledger.ToWrite;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a document that is kept back because of its lots somebody is told, as the profile of its customer or the owner's says. */
class StoppedDeliveryAlertsTest {
    private static final String ALERTS =
            "alerts: [ { name: %s, of: [LOT_STOPPED], tell: [ { partner: desk, over: folder } ] } ]";
    private static final Doubt HELD =
            StoppedDeliveryAlerts.doubt(lot("A1"), "Lot A1 is held since Monday by ann: cold chain.");

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException, IOException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        profile("desk", "wires: { folder: { dropOff: { directory: desk } } }");
        profile("market", "");
        profile("us", "self: true\n" + ALERTS.formatted("kept-back"));
    }

    @Test
    void theOwnersAlertTellsWhichDocumentIsKeptBackAndWhichLotsStopIt() throws IOException {
        Doubt other = StoppedDeliveryAlerts.doubt(lot("B1"), "Lot B1 is recalled since Monday by ann: recall 7.");

        long id = raise(17, HELD, other).orElseThrow();

        Alert alert = alert(id);
        assertThat(alert.rule()).isEqualTo("us/kept-back");
        assertThat(alert.subject().words()).isEqualTo("x12-856 to market about 945 0080 (delivery 17)");
        assertThat(alert.subject().document()).isEqualTo("945");
        assertThat(alert.subject().documentNumber()).isEqualTo("0080");
        assertThat(doubts(id))
                .extracting(Doubt::code, Doubt::lot, Doubt::gtin, Doubt::message)
                .containsExactly(
                        tuple("LOT_STOPPED", "A1", "00614141000012", HELD.message()),
                        tuple("LOT_STOPPED", "B1", "00614141000012", other.message()));
    }

    @Test
    void whatTheProfileOfWhoGetsItNamesIsToldAsThatSays() throws IOException {
        profile("market", ALERTS.formatted("their-goods"));

        assertThat(alert(raise(17, HELD).orElseThrow()).rule()).isEqualTo("market/their-goods");
    }

    @Test
    void nobodyIsToldWhereNoProfileNamesIt() throws IOException {
        profile("us", "self: true\n" + ALERTS.formatted("recalled").replace("LOT_STOPPED", "LOT_RECALLED"));

        assertThat(raise(17, HELD)).isEmpty();
    }

    @Test
    void theSameLotStopsADeliveryAgainAndIsToldOnceButALotThatIsHeldAnewIsToldAnew() throws IOException {
        assertThat(raise(17, HELD)).isPresent();

        assertThat(raise(17, HELD)).isEmpty();
        assertThat(raise(18, HELD)).isPresent();
        assertThat(raise(17, StoppedDeliveryAlerts.doubt(lot("A1"), "Lot A1 is held since Friday by ben: label.")))
                .isPresent();
    }

    private Optional<Long> raise(long delivery, Doubt... doubts) throws IOException {
        Profiles profiles = ProfileFolder.load(folder, name -> null);
        assertThat(profiles.problems()).isEmpty();
        Profile partner = profiles.byName("market").orElseThrow();
        Profile owner = profiles.self().orElseThrow();
        ToWrite due = new ToWrite(delivery, 3, "market", "feed", "x12-856", 12, "945", "0080", EventChoice.all(2));
        return ledger.inTransaction(tx -> new StoppedDeliveryAlerts(tx).raise(due, partner, owner, List.of(doubts)));
    }

    private Alert alert(long id) {
        return ledger.inTransaction(tx -> new Alerts(tx).find(id)).orElseThrow();
    }

    private List<Doubt> doubts(long id) {
        return ledger.inTransaction(tx -> new Alerts(tx).doubts(id, 10));
    }

    private static LotEvent lot(String code) {
        return EventSamples.shipped("s").gtin("00614141000012").lot(code).event();
    }

    private void profile(String name, String more) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "name: " + name + "\ntitle: " + name + "\nidentity: {}\n" + more + "\n");
    }
}
