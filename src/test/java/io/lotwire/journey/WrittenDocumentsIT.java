package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.demo.As2Station;
import io.lotwire.ledger.Cargo;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.WrittenDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Partners get documents that out-mappings write, and what they answer moves the delivery. Here the warehouse gets a DESADV
 * for every ship notice, and an order that cannot be written of it; the farm gets a 944 of what the warehouse received, and another
 * as a test.
 */
class WrittenDocumentsIT {
    private static final Path RECEIVED =
            GatewayUnderTest.HOME.resolve("partners/samples/harbor-3pl/receives/receiving-advice/in.edi");

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static AnswerCases cases;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("written-documents");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .add("harbor-3pl", """
                                  - name: despatch-advices
                                    when: { type: shipped, document: "856" }
                                    send: { format: edifact-desadv }
                                    over: sftp
                                  - name: orders
                                    when: { type: shipped, document: "856" }
                                    send: { format: x12-940 }
                                    over: sftp
                                """)
                        .add("green-valley-farm", """
                                subscriptions:
                                  - name: receipts
                                    when: { type: received }
                                    send: { format: x12-944 }
                                    over: as2
                                  - name: trials
                                    when: { type: received }
                                    send: { format: x12-944 }
                                    usage: test
                                    over: as2
                                """)
                        .change(
                                "green-valley-farm",
                                "  x12: { qualifier: ZZ, id: GREENVALLEY }",
                                "  test: { x12: { qualifier: ZZ, id: FARMTEST } }\n"
                                        + "  x12: { qualifier: ZZ, id: GREENVALLEY }")
                        .change(
                                "northgate-distribution",
                                "  edifact:",
                                "  test: { x12: { qualifier: ZZ, id: NORTHGATETEST } }\n  edifact:")
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
        cases = new AnswerCases(folder, partners, gateway, ledger);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aContrlMovesTheDespatchAdviceAndARefusedDocumentUsesUpNoControlNumber() throws Exception {
        Delivery first = despatchAdviceOf(1);
        Delivery second = despatchAdviceOf(2);

        WrittenDocument written = second.document().orElseThrow();
        assertThat(new String(partners.warehouse().inbound(written.fileName()), StandardCharsets.ISO_8859_1))
                .contains(
                        "+" + written.envelope().orElseThrow().interchangeControlNumber() + "'",
                        "UNH+1+DESADV:D:96A:UN:EAN005'");
        assertThat(written.envelope().orElseThrow().usage()).isEqualTo("P");
        assertThat(written.envelope().orElseThrow().groupControlNumber()).isEmpty();
        assertThat(number(second)).as("the number after the first's").isEqualTo(number(first) + 1);
        assertThat(ledger.count("select count(*) from delivery where format = 'x12-940' and state = 'PARKED'"
                        + " and interchange_control_number = '' and inbox_id in (" + first.inboxId() + ", "
                        + second.inboxId() + ")"))
                .isEqualTo(2);
        assertThat(ledger.count("select coalesce(sum(last), 0) from control_number"
                        + " where partner = 'harbor-3pl' and kind = 'GROUP'"))
                .as("group control numbers taken for the refused 940s")
                .isZero();
        assertThat(ledger.count("select count(*) from delivery d join definition f on f.kind = 'MAPPING'"
                        + " and f.name = d.mapping_name and f.version = d.mapping_version"
                        + " where d.id = " + second.id() + " and f.text like '%mapping: out/edifact/desadv%'"))
                .as("deliveries with the text of their out-mapping")
                .isEqualTo(1);

        partners.warehouse().drop("contrl.edi", """
                UNB+UNOC:3+9506000120003:14+9506000110004:14+260304:1500+901'
                UNH+1+CONTRL:D:3:UN'
                UCI+%s+9506000110004:14+9506000120003:14+7'
                UNT+3+1'
                UNZ+1+901'
                """.formatted(
                        written.envelope().orElseThrow().interchangeControlNumber())
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ledger.delivery(second.id(), DeliveryState.ACCEPTED).heard().orElse(""))
                .startsWith("CONTRL: accepted");
        assertThat(ledger.delivery(first.id(), DeliveryState.CONFIRMED).heard().orElse(""))
                .isEmpty();
    }

    @Test
    void anAperakMovesTheDespatchAdviceThatItNamesAndOneAboutNothingOfOursWaitsForAPerson() throws Exception {
        Delivery advice = despatchAdviceOf(3);
        String sent = new String(
                partners.warehouse().inbound(advice.document().orElseThrow().fileName()), StandardCharsets.ISO_8859_1);
        Matcher number = Pattern.compile("BGM\\+351\\+([^+']+)").matcher(sent);
        assertThat(number.find()).isTrue();

        partners.warehouse().drop("aperak.edi", aperak(911, number.group(1)));
        partners.warehouse().drop("aperak-of-another.edi", aperak(912, "NOT-OURS"));

        assertThat(ledger.delivery(advice.id(), DeliveryState.REJECTED).heard().orElse(""))
                .isEqualTo("APERAK: rejected; 12 Lot R001A is not known");
        assertThat(ledger.sets(ledger.doneFile("aperak.edi"))).containsExactly(SetState.TRANSLATED);
        assertThat(ledger.sets(ledger.doneFile("aperak-of-another.edi"))).containsExactly(SetState.PARKED);
        assertThat(ledger.count("select count(*) from transaction_set where document = 'APERAK'"
                        + " and problems::text like '%document ''NOT-OURS''%Lot R001A is not known%'"))
                .isEqualTo(1);
    }

    private static byte[] aperak(int number, String about) {
        return """
                UNB+UNOC:3+9506000120003:14+9506000110004:14+260304:1500+%1$d'
                UNH+1+APERAK:D:96A:UN:EAN001'
                BGM+12E::9+AP%1$d+27'
                RFF+AAK:%2$s'
                NAD+MR+9506000120003::9'
                ERC+12'
                FTX+AAO+++Lot R001A is not known'
                UNT+7+1'
                UNZ+1+%1$d'
                """.formatted(number, about).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a997MovesTheReceiptThatItIsAboutAndOneOfATestNoneThatWasSentInEarnest() throws Exception {
        partners.warehouse().drop("received.edi", Files.readAllBytes(RECEIVED));
        InboxRow received = ledger.doneFile("received.edi");
        Delivery receipt = subscribed(received, "receipts");
        Delivery trial = subscribed(received, "trials");
        WrittenDocument earnest = receipt.document().orElseThrow();
        WrittenDocument tried = trial.document().orElseThrow();

        assertThat(earnest.envelope().orElseThrow().usage()).isEqualTo("P");
        assertThat(tried.envelope().orElseThrow().usage()).isEqualTo("T");
        assertThat(tried.envelope().orElseThrow().groupControlNumber())
                .as("the first number of tests, however many were taken in earnest")
                .contains("1");
        assertThat(farmGot(tried))
                .contains("*ZZ*NORTHGATETEST  *ZZ*FARMTEST       *", "*00401*000000001*0*T*")
                .contains("GS*RE*NORTHGATETEST*FARMTEST*");
        assertThat(farmGot(earnest)).contains("*ZZ*NORTHGATE      *ZZ*GREENVALLEY    *", "*0*P*");

        cases.send(true, "answer-to-the-test.edi", answer("FARMTEST", "NORTHGATETEST", "T", tried));

        assertThat(ledger.delivery(trial.id(), DeliveryState.ACCEPTED).heard().orElse(""))
                .isEqualTo("997: accepted");
        assertThat(ledger.delivery(receipt.id(), DeliveryState.CONFIRMED)
                        .heard()
                        .orElse(""))
                .isEmpty();

        cases.send(true, "answer.edi", answer("GREENVALLEY", "NORTHGATE", "P", earnest));

        assertThat(ledger.delivery(receipt.id(), DeliveryState.ACCEPTED).heard().orElse(""))
                .isEqualTo("997: accepted");
    }

    private static byte[] answer(String from, String to, String usage, WrittenDocument about) {
        return """
                ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260306*1500*U*00401*000000902*0*%s*>~
                GS*FA*%s*%s*20260306*1500*902*X*004010~
                ST*997*0001~
                AK1*RE*%s~
                AK9*A*1*1*1~
                SE*4*0001~
                GE*1*902~
                IEA*1*000000902~
                """.formatted(
                        from,
                        to,
                        usage,
                        from,
                        to,
                        about.envelope().orElseThrow().groupControlNumber().orElseThrow())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String farmGot(WrittenDocument written) throws Exception {
        Path file = partners.farm().deliveries().stream()
                .filter(delivery -> delivery.messageId().equals(written.messageId()))
                .map(As2Station.Delivery::file)
                .findFirst()
                .orElseThrow();
        return Files.readString(file);
    }

    private static Delivery subscribed(InboxRow row, String subscription) {
        return ledger.delivered(row).stream()
                .filter(delivery -> delivery.cargo() instanceof Cargo.Document document
                        && document.subscription().equals(subscription))
                .findFirst()
                .orElseThrow();
    }

    private static Delivery despatchAdviceOf(int number) throws Exception {
        String name = "notice-" + number + ".edi";
        cases.send(true, name, Partners.documents(730 + number).shipNotice());
        return of(ledger.doneFile(name), "edifact-desadv");
    }

    private static Delivery of(InboxRow row, String format) {
        return ledger.delivered(row).stream()
                .filter(delivery -> delivery.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Delivery delivery) {
        return Long.parseLong(
                delivery.document().orElseThrow().envelope().orElseThrow().interchangeControlNumber());
    }
}
