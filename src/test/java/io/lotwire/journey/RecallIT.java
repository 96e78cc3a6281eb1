package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.demo.As2Station;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.WrittenDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices of recalls go to a retailer's real AS2 server, once each, whatever is killed. */
class RecallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STOP_LIMIT_SECONDS = 60;

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static Map<String, String> environment;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static Launcher launcher;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("recall");
        partners = Partners.start(data);
        environment = new HashMap<>(partners.environment());
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .change("fairway-markets", "  test: {}", "  test: { x12: { qualifier: ZZ, id: FAIRWAYTEST } }")
                        .add("harbor-3pl", "recall: { as: epcis, over: sftp }\n")
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
    void anAffectedRetailerIsToldByAn864AndConfirmsByMdnAndBy997() throws Exception {
        ship(71);

        assertThat(recall("open", "R071A", "--reason", "Salmonella, sample 17", "--contact", "555-0199"))
                .contains("Fairway Markets: ", "Harbor 3PL: ");

        Delivery notice = notice("R071A", "fairway-markets", DeliveryState.CONFIRMED);
        WrittenDocument written = notice.document().orElseThrow();
        assertThat(retailerGot(written))
                .contains("*ZZ*NORTHGATE      *ZZ*FAIRWAY        *", "*0*P*>")
                .contains("ST*864*0001~\nBMG*00*RECALL NOTICE ", "N1*FR*Northgate Distribution*UL*9506000110004~")
                .contains(
                        "MSG*Reason: Salmonella, sample 17~",
                        "Say how much of each lot you still have, to 555-0199.~",
                        "MSG*Lot R071A, GTIN 10614141000019, ")
                .contains(", certain~");
        assertThat(retailerGot(written).lines().filter(line -> line.startsWith("MSG*Lot ")))
                .allMatch(line -> line.contains("Lot R071A,"));

        WrittenDocument toWarehouse = notice("R071A", "harbor-3pl", DeliveryState.CONFIRMED)
                .document()
                .orElseThrow();
        assertThat(new String(partners.warehouse().inbound(toWarehouse.fileName()), StandardCharsets.UTF_8))
                .contains("\"disposition\" : \"recalled\"", "\"cbvmda:lotNumber\" : \"R071A\"");

        partners.retailer().send(partners.message(partners.retailer(), "answer.edi", answer(written)), gateway.as2());

        assertThat(ledger.delivery(notice.id(), DeliveryState.ACCEPTED).heard().orElse(""))
                .isEqualTo("997: accepted");
        await("the recall knows")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from recall_event where did = 'accepted' and delivery_id = "
                                + notice.id())
                        == 1);
        assertThat(ledger.count("select count(*) from (select delivery_id, did from recall_event"
                        + " where delivery_id is not null group by delivery_id, did having count(*) > 1) twice"))
                .as("nothing is written down twice")
                .isZero();
    }

    @Test
    void aDrillSendsATestAndHoldsNothing() throws Exception {
        ship(72);

        assertThat(recall("R072A", "--drill")).contains("1 not told", " ms to follow them");

        Delivery notice = notice("R072A", "fairway-markets", DeliveryState.CONFIRMED);
        assertThat(retailerGot(notice.document().orElseThrow()))
                .contains("*ZZ*FAIRWAYTEST    *", "*0*T*>", "MSG*THIS IS A DRILL. NO GOODS ARE RECALLED.~");
        assertThat(ledger.count(
                        "select count(*) from lot_status s join lot l on l.id = s.lot_id where l.code = 'R072A'"))
                .isZero();
    }

    @Test
    void aRecallThatIsKilledMidwayIsNotThereAndGivenAgainTellsEachOnce() throws Exception {
        ship(73);
        try (TableLock lock = TableLock.on("recall_notice", gateway.database())) {
            Process opening = opening("R073A");
            lock.awaitSomeoneWaiting();
            opening.destroyForcibly();
            assertThat(opening.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        await("its session is gone")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                                + " or wait_event_type = 'Lock'")
                        == 0);
        assertThat(ledger.count("select count(*) from recall where scope like '%R073A%'"))
                .isZero();
        assertThat(ledger.count(
                        "select count(*) from lot_status s join lot l on l.id = s.lot_id where l.code = 'R073A'"))
                .isZero();

        gateway.kill();
        recall("open", "R073A", "--reason", "Salmonella");
        assertThat(recall("open", "R073A", "--reason", "Salmonella")).startsWith("It is open already.");
        gateway = GatewayUnderTest.start(gateway.data(), environment);
        ledger = new LedgerView(gateway.database());

        Delivery notice = notice("R073A", "fairway-markets", DeliveryState.CONFIRMED);
        assertThat(ledger.count("select count(*) from delivery d join recall_sending s on s.delivery_id = d.id"
                        + " join recall_notice n on n.id = s.notice_id join recall r on r.id = n.recall_id"
                        + " where r.scope like '%R073A%'"))
                .as("one for each of the two partners")
                .isEqualTo(2);
        assertThat(partners.retailer().deliveries())
                .filteredOn(each ->
                        each.messageId().equals(notice.document().orElseThrow().messageId()))
                .hasSize(1);
    }

    private static Process opening(String lot) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        GatewayUnderTest.HOME.resolve("lotwire").toString(),
                        "recall",
                        "open",
                        lot,
                        "--reason",
                        "Salmonella")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTWIRE_"));
        builder.environment().putAll(environment);
        builder.environment().put("LOTWIRE_DATA", gateway.data().toString());
        return builder.start();
    }

    /** The farm says what is in the warehouse, and the warehouse what it shipped. */
    private static void ship(int number) throws Exception {
        String name = "notice-" + number + ".edi";
        partners.farm()
                .send(
                        partners.message(
                                partners.farm(),
                                name,
                                Partners.documents(number).shipNotice()),
                        gateway.as2());
        ledger.delivered(ledger.doneFile(name));
        String advice = "shipped-" + number + ".edi";
        partners.warehouse().drop(advice, Partners.documents(number).shippingAdvice());
        ledger.delivered(ledger.doneFile(advice));
    }

    private static Delivery notice(String lot, String partner, DeliveryState state) {
        List<Long> ids = ledger.ask(handle -> handle.createQuery("select d.id from delivery d"
                        + " join recall_sending s on s.delivery_id = d.id join recall_notice n on n.id = s.notice_id"
                        + " join recall r on r.id = n.recall_id where r.scope like :lot and d.partner = :partner")
                .bind("partner", partner)
                .bind("lot", "%" + lot + "%")
                .mapTo(Long.class)
                .list());
        assertThat(ids).hasSize(1);
        Delivery notice = ledger.delivery(ids.get(0), state);
        assertThat(notice.cargo().kind()).isEqualTo(DeliveryKind.NOTICE);
        return notice;
    }

    private static String retailerGot(WrittenDocument written) throws Exception {
        Path file = partners.retailer().deliveries().stream()
                .filter(delivery -> delivery.messageId().equals(written.messageId()))
                .map(As2Station.Delivery::file)
                .findFirst()
                .orElseThrow();
        return Files.readString(file);
    }

    private static byte[] answer(WrittenDocument about) {
        return """
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260306*1500*U*00401*000000902*0*P*>~
                GS*FA*FAIRWAY*NORTHGATE*20260306*1500*902*X*004010~
                ST*997*0001~
                AK1*TX*%s~
                AK9*A*1*1*1~
                SE*4*0001~
                GE*1*902~
                IEA*1*000000902~
                """.formatted(about.envelope().orElseThrow().groupControlNumber().orElseThrow())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String recall(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "recall";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Launcher.Ended ended = launcher.run(environment, all);
        assertThat(ended.exitCode()).as(ended.text()).isZero();
        return ended.text();
    }
}
