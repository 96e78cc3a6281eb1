package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.SetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held is not announced to its customer, and what a profile has wait, waits. */
class LotsThatMayNotGoIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static Launcher launcher;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("held-lots");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .add("harbor-3pl", "checks: { LOT_UNKNOWN: park }\n")
                        .put("shipping-desk", """
                                name: shipping-desk
                                title: Shipping desk
                                identity: {}
                                wires: { folder: { dropOff: { directory: "%s" } } }
                                """.formatted(Files.createDirectories(desk())))
                        .add("northgate-distribution", """
                                alerts:
                                  - name: kept-back
                                    of: [LOT_STOPPED]
                                    tell: [ { partner: shipping-desk, over: folder, as: text } ]
                                """)
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
        launcher = new Launcher(data);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aHeldLotStopsTheShipNoticeToItsCustomerUntilItIsReleased() throws Exception {
        announce(61);
        assertThat(lotwire("registry", "hold", "R061A", "--by", "anna", "--why", "cold chain broken"))
                .isEqualTo("Lot R061A, GTIN 10614141000019: held\n");

        partners.warehouse().drop("shipped-061.edi", Partners.documents(61).shippingAdvice());
        InboxRow advice = ledger.doneFile("shipped-061.edi");
        List<Delivery> caused = ledger.delivered(advice);

        assertThat(caused).filteredOn(LotsThatMayNotGoIT::isNotice).anySatisfy(stopped -> {
            assertThat(stopped.state()).isEqualTo(DeliveryState.PARKED);
            assertThat(stopped.cause().orElseThrow().code()).isEqualTo(CauseCode.LOT_STOPPED);
            assertThat(stopped.cause().orElseThrow().sentence())
                    .startsWith("Lot R061A is held since ")
                    .contains("by anna: cold chain broken");
        });
        assertThat(caused)
                .filteredOn(delivery -> delivery.partner().equals("northgate-erp"))
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED));
        assertThat(ledger.events(advice)).contains("\"code\":\"LOT_ON_HOLD\"");
        String told = await("the desk is told").atMost(PATIENCE).until(() -> textOn(desk()), text -> !text.isEmpty());
        assertThat(told)
                .startsWith("Lot alert ")
                .contains(
                        "LOT_STOPPED in x12-856 to ",
                        "- LOT_STOPPED: Lot R061A is held since ",
                        ": cold chain broken.");

        assertThat(lotwire("registry", "release", "R061A", "--by", "anna", "--why", "laboratory: good"))
                .isEqualTo("Lot R061A, GTIN 10614141000019: released\n");
        assertThat(lotwire("parked", "release", "--cause", "LOT_STOPPED", "--by", "anna", "--why", "laboratory: good"))
                .matches("(?s)delivery-[0-9]+ is released: .* over .*");
        assertThat(ledger.delivered(advice))
                .filteredOn(LotsThatMayNotGoIT::isNotice)
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED));
    }

    @Test
    void aDocumentWithALotThatNobodyKnowsWaitsWhereTheProfileSaysSo() throws Exception {
        partners.warehouse().drop("shipped-062.edi", Partners.documents(62).shippingAdvice());
        InboxRow unknown = ledger.doneFile("shipped-062.edi");

        assertThat(ledger.sets(unknown)).isNotEmpty().containsOnly(SetState.PARKED);
        assertThat(ledger.count("select count(*) from transaction_set where cause = 'CHECK_FAILED'"
                        + " and reason like '%R062%' and inbox_id = " + unknown.id()))
                .isPositive();
        assertThat(ledger.events(unknown)).isEmpty();

        String waiting = lotwire("parked", "list", "--cause", "CHECK_FAILED");
        assertThat(waiting)
                .matches("(document-[0-9]+  \\S+  CHECK_FAILED  harbor-3pl: 945 .* of shipped-062.edi\n){2}");
        announce(62);
        assertThat(lotwire("parked", "release", "--cause", "CHECK_FAILED", "--by", "anna"))
                .hasLineCount(2);
        InboxRow known = ledger.doneFile("shipped-062.edi");
        assertThat(ledger.sets(known)).containsOnly(SetState.TRANSLATED);
        assertThat(ledger.events(known)).contains("R062A");
        assertThat(ledger.delivered(known))
                .filteredOn(LotsThatMayNotGoIT::isNotice)
                .isNotEmpty();
        assertThat(ledger.delivered(known))
                .filteredOn(delivery -> delivery.format().equals("997"))
                .as("their answer, which they had before")
                .hasSize(1);
        assertThat(lotwire("parked", "list", "--cause", "CHECK_FAILED")).isEqualTo("Nothing of this is parked.\n");

        announce(63);
        partners.warehouse().drop("shipped-063.edi", Partners.documents(63).shippingAdvice());
        assertThat(ledger.sets(ledger.doneFile("shipped-063.edi"))).containsOnly(SetState.TRANSLATED);
    }

    private static Path desk() {
        return folder.resolve("desk");
    }

    private static String textOn(Path desk) throws IOException {
        try (Stream<Path> files = Files.list(desk)) {
            Optional<Path> file =
                    files.filter(each -> each.toString().endsWith(".txt")).findFirst();
            return file.isEmpty() ? "" : Files.readString(file.get());
        }
    }

    private static boolean isNotice(Delivery delivery) {
        return delivery.format().equals("x12-856");
    }

    /** The farm says what is in the warehouse. */
    private static void announce(int number) throws Exception {
        String name = "notice-" + number + ".edi";
        partners.farm()
                .send(
                        partners.message(
                                partners.farm(),
                                name,
                                Partners.documents(number).shipNotice()),
                        gateway.as2());
        ledger.delivered(ledger.doneFile(name));
    }

    private static String lotwire(String... arguments) throws Exception {
        Launcher.Ended ended = launcher.run(Map.of(), arguments);
        assertThat(ended.exitCode()).as(ended.text()).isZero();
        return ended.text();
    }
}
