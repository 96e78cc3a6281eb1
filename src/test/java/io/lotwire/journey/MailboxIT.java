package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner without a server writes into a mailbox of ours and finds the answer there. */
class MailboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static final String RECEIVES = """
            receives:
              - { document: csv-shipment, mapping: smooks/csv-shipment, files: ["*.csv"] }
              - { document: "850", mapping: none, acknowledge: { with: "997", over: sftp } }
            """;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static MailboxVisitor warehouse;
    private static SftpClient sftp;

    @BeforeAll
    static void startWithAMailboxForTheWarehouse() throws Exception {
        Path data = folder.resolve("mailbox");
        partners = Partners.start(data);
        warehouse = MailboxVisitor.withKey(folder.resolve("harbor.pub"));
        Path profiles =
                Path.of(ProfilesUnderTest.copy(folder.resolve("partners")).folder());
        Path profile = profiles.resolve("harbor-3pl.yaml");
        String text = Files.readString(profile);
        Files.writeString(
                profile,
                text.substring(0, text.indexOf("  sftp:\n"))
                        + "  sftp:\n    mailbox: { user: harbor, maxMegabytes: 1, authorizedKeys: [\""
                        + warehouse.publicKey()
                        + "\"] }\n\n"
                        + text.substring(text.indexOf("receives:")).replaceFirst("receives:\n", RECEIVES));
        int port = MailboxVisitor.freePort();
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.toString());
        environment.put("LOTWIRE_MAILBOX_PORT", Integer.toString(port));
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
        sftp = warehouse.logIn("harbor", port);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(sftp, warehouse, gateway, partners);
    }

    @Test
    void whatTheyWriteIsInTheInboxWhenTheyHearYesAndTheAnswerIsInTheirOutbox() throws Exception {
        byte[] advice = Partners.documents(1).shippingAdvice();

        write("/inbox/shipped-001.edi", advice);

        assertThat(ledger.count("select count(*) from inbox where file_name = 'shipped-001.edi'"))
                .as("rows when the close was answered")
                .isOne();
        InboxRow row = ledger.doneFile("shipped-001.edi");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(gateway.archive().open(row.content())).hasBinaryContent(advice);
        assertThat(names("/inbox")).isEmpty();
        String name = await("the 997").atMost(PATIENCE).until(() -> answerTo("AK1*SW*1~"), found -> !found.isEmpty());
        sftp.remove("/outbox/" + name);
    }

    @Test
    void aFileThatIsNoEdiGivesLotEventsByItsSmooksMapping() throws Exception {
        String csv = Files.readString(GatewayUnderTest.HOME.resolve(
                        "mappings/samples/smooks/csv-shipment/each-line-is-a-lot-and-knows-its-line-and-bytes/in.txt"))
                .replace("9506000110004,Northgate Distribution", "9506000130002,Fairway Markets");

        write("/inbox/shipments.csv", csv.getBytes(StandardCharsets.UTF_8));
        write("/inbox/shipments-again.csv", csv.getBytes(StandardCharsets.UTF_8));

        InboxRow row = ledger.doneFile("shipments.csv");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        ledger.doneFile("shipments-again.csv");
        assertThat(ledger.count("select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                        + " join inbox i on i.id = s.inbox_id"
                        + " where i.file_name like 'shipments%.csv'"))
                .as("each line once, however often the file comes")
                .isEqualTo(3);
    }

    @Test
    void aFileWithABadRowIsParkedWholeWithLineAndColumnAndHoldsUpNoOther() throws Exception {
        String good = shipments("bad-row").replace("R001A", "R901A");
        String[] lines = good.split("\n", -1);
        String bad = lines[0] + "\n" + lines[1] + "\n" + lines[2].substring(0, lines[2].indexOf(',')) + "\n"
                + String.join("\n", List.of(lines).subList(3, lines.length));

        write("/inbox/bad-row.csv", bad.getBytes(StandardCharsets.UTF_8));
        write("/inbox/no-csv.csv", new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 'x'});
        write("/inbox/good-beside.csv", good.getBytes(StandardCharsets.UTF_8));

        InboxRow badRow = ledger.doneFile("bad-row.csv");
        InboxRow noCsv = ledger.doneFile("no-csv.csv");
        InboxRow beside = ledger.doneFile("good-beside.csv");
        assertThat(ledger.account(badRow))
                .contains("PARKED", "RECORD_INVALID", "(line 3, column 1)", "Ask the sender to mend it");
        assertThat(ledger.account(noCsv)).contains("PARKED", "RECORD_INVALID", "(line 1, column 1)");
        assertThat(ledger.events(badRow)).isEmpty();
        assertThat(gateway.archive().open(badRow.content())).hasBinaryContent(bad.getBytes(StandardCharsets.UTF_8));
        assertThat(beside.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.events(beside)).contains("R901A");
        assertThat(gateway.log()).doesNotContain("\tat ");
    }

    @Test
    void aDocumentWithoutAMappingIsAcknowledgedAndNoMore() throws Exception {
        String order = Files.readString(GatewayUnderTest.HOME.resolve("src/test/resources/x12/clean-850/in.edi"))
                .lines()
                .skip(2)
                .reduce("", (all, line) -> all + line + "\n");
        String advice = new String(Partners.documents(4).shippingAdvice(), US_ASCII);
        String[] envelope = advice.split("\n", 3);
        String control = envelope[0].split("\\*", -1)[13];
        String group = envelope[1].replace("GS*SW*", "GS*PO*");
        String tail = "GE*1*" + group.split("\\*", -1)[6] + "~\nIEA*1*" + control + "~\n";

        write(
                "/inbox/order.edi",
                (envelope[0] + "\n" + group + "\n" + order.substring(0, order.indexOf("GE*")) + tail)
                        .getBytes(US_ASCII));

        InboxRow row = ledger.doneFile("order.edi");
        assertThat(ledger.account(row)).contains("TRANSLATED").doesNotContain("NOTHING_STATED");
        assertThat(ledger.events(row)).isEmpty();
        String name = await("the 997").atMost(PATIENCE).until(() -> answerTo("AK1*PO*"), found -> !found.isEmpty());
        sftp.remove("/outbox/" + name);
    }

    private static String shipments(String number) throws IOException {
        return Files.readString(GatewayUnderTest.HOME.resolve(
                        "mappings/samples/smooks/csv-shipment/each-line-is-a-lot-and-knows-its-line-and-bytes/in.txt"))
                .replace("9506000110004,Northgate Distribution", "9506000130002,Fairway Markets")
                .replaceAll("(?m)^PF", number + "-PF");
    }

    @Test
    void whileTheLedgerCannotKeepItTheWriterHearsNo() throws Exception {
        byte[] advice = Partners.documents(2).shippingAdvice();
        ledger.ask(handle -> handle.execute(
                "alter table inbox add constraint not_now check (file_name <> 'shipped-002.edi') not valid"));

        assertThatThrownBy(() -> write("/inbox/shipped-002.edi", advice)).isInstanceOf(IOException.class);

        assertThat(gateway.log()).contains("File shipped-002.edi from harbor-3pl was not taken, and they were told so");
        ledger.ask(handle -> handle.execute("alter table inbox drop constraint not_now"));
        write("/inbox/shipped-002.edi", advice);
        assertThat(ledger.doneFile("shipped-002.edi").state()).isEqualTo(InboxState.TRANSLATED);
    }

    @Test
    void aDeliveryWaitsWithItsReasonAsLongAsTheMailboxIsFull() throws Exception {
        await("no delivery is under way")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from delivery where state in ('NEW', 'WRITTEN')") == 0);
        long used = 0;
        for (SftpClient.DirEntry file : sftp.readEntries("/outbox")) {
            used += file.getAttributes().isRegularFile() ? file.getAttributes().getSize() : 0;
        }
        write("/inbox/filler.part", new byte[(int) (1_000_000 - used)]);
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(3).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        InboxRow row = ledger.done(notice.messageId());

        Delivery waiting = await("it was tried in vain")
                .atMost(PATIENCE)
                .until(() -> lots(row), delivery -> delivery.attempts() > 0);

        assertThat(waiting.state()).isEqualTo(DeliveryState.WRITTEN);
        assertThat(waiting.cause().map(Cause::sentence).orElse(""))
                .contains("The partner's mailbox is full: it holds 1000000 bytes");
        sftp.remove("/inbox/filler.part");
        ledger.letDeliveriesBeDue();
        ledger.delivery(waiting.id(), DeliveryState.CONFIRMED);
        assertThat(names("/outbox"))
                .filteredOn(name -> name.startsWith("lots-GV003"))
                .hasSize(1);
    }

    private static Delivery lots(InboxRow row) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.format().equals("lot-csv"))
                .findFirst()
                .orElseThrow();
    }

    private static void write(String path, byte[] bytes) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(bytes);
        }
    }

    /** The name of a 997 with this segment in their outbox; empty when there is none. */
    private static String answerTo(String segment) throws IOException {
        for (String name : names("/outbox")) {
            try (InputStream in = sftp.read("/outbox/" + name)) {
                if (name.startsWith("997-") && new String(in.readAllBytes(), US_ASCII).contains(segment)) {
                    return name;
                }
            }
        }
        return "";
    }

    private static List<String> names(String directory) throws IOException {
        List<String> names = new ArrayList<>();
        sftp.readEntries(directory).forEach(entry -> names.add(entry.getFilename()));
        names.removeAll(List.of(".", ".."));
        return names;
    }
}
