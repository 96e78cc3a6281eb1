package io.lotwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.rule.StockCause;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.registry.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each lot it is told once that it has expired, is below what a customer wants, or will expire soon. */
class StockAlertsTest {
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-06");

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException, IOException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        Network network = new Network(ledger);
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                received("OLD", "2026-03-05"),
                received("SHORT", "2026-04-10"),
                received("SOON", "2026-03-16"),
                received("LONG", "2026-12-31"));
        profile("market", """
                title: Market
                identity: {}
                checks: { minimumShelfLife: { days: 40 } }
                """);
        profile("desk", """
                title: Desk
                identity: {}
                wires: { folder: { dropOff: { directory: desk } } }
                """);
    }

    private static EventSamples received(String lot, String expires) {
        return EventSamples.of(EventType.RECEIVED, "r" + lot)
                .by("depot", "944")
                .gtin("00614141000012")
                .lot(lot)
                .cases("10")
                .expires(expires)
                .from(FARM)
                .to(DEPOT)
                .on("2026-03-01");
    }

    private void profile(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\n" + text);
    }

    private Profiles agreed(String of) throws IOException {
        profile("us", """
                title: Us
                self: true
                identity: {}
                alerts:
                  - { name: stock, %s, tell: [{ partner: desk, over: folder }] }
                """.formatted(of));
        Profiles profiles = ProfileFolder.load(folder, name -> null);
        assertThat(profiles.problems()).isEmpty();
        return profiles;
    }

    private StockAlerts.Seen look(Profiles profiles, LocalDate today) {
        return ledger.inTransaction(tx -> new StockAlerts(tx, profiles).look(today));
    }

    private List<String> told(StockAlerts.Seen seen) {
        return ledger.inTransaction(tx -> seen.alerts().stream()
                .flatMap(id -> new Alerts(tx).doubts(id, 10).stream())
                .map(doubt -> doubt.code() + ": " + doubt.message())
                .toList());
    }

    @Test
    void eachCauseIsToldWithTheDayAndThePlaceInOneAlert() throws IOException {
        Profiles profiles = agreed("of: [LOT_EXPIRED, LOT_BELOW_MINIMUM, LOT_EXPIRING], days: 14");

        StockAlerts.Seen seen = look(profiles, TODAY);

        assertThat(seen.alerts()).hasSize(1);
        assertThat(told(seen))
                .containsExactlyInAnyOrder(
                        "LOT_EXPIRED: Lot OLD expired 2026-03-05: 10 CA at Depot (GLN 0614141000012).",
                        "LOT_BELOW_MINIMUM: Lot SHORT expires 2026-04-10, 35 days are left, less than market wants: 10 CA at"
                                + " Depot (GLN 0614141000012).",
                        "LOT_BELOW_MINIMUM: Lot SOON expires 2026-03-16, 10 days are left, less than market wants: 10 CA at"
                                + " Depot (GLN 0614141000012).",
                        "LOT_EXPIRING: Lot SOON expires 2026-03-16, 10 days are left: 10 CA at Depot (GLN 0614141000012).");
        assertThat(seen.lots())
                .isEqualTo(
                        Map.of(StockCause.LOT_EXPIRED, 1, StockCause.LOT_BELOW_MINIMUM, 2, StockCause.LOT_EXPIRING, 1));
    }

    @Test
    void aRepeatTellsOnlyWhatIsNew() throws IOException {
        Profiles profiles = agreed("of: [LOT_EXPIRED, LOT_EXPIRING], days: 14");
        look(profiles, TODAY);

        assertThat(look(profiles, TODAY).alerts()).isEmpty();
        assertThat(look(profiles, TODAY.plusDays(1)).alerts()).isEmpty();
        assertThat(told(look(profiles, TODAY.plusDays(11))))
                .containsExactly("LOT_EXPIRED: Lot SOON expired 2026-03-16: 10 CA at Depot (GLN 0614141000012).");
    }

    @Test
    void nothingIsLookedForOfWhichNobodyIsTold() throws IOException {
        Profiles profiles = agreed("of: [LOT_RECALLED]");

        assertThat(StockAlerts.areAgreed(profiles)).isFalse();
        assertThat(look(profiles, TODAY)).isEqualTo(new StockAlerts.Seen(Map.of(), List.of()));
    }
}
