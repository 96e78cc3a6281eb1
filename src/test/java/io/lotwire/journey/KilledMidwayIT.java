package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.DemoDocuments;
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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway's process is killed (SIGKILL) where it works for many at once: in the transaction of many files, between
 * the slices of a large file, and between the broker's commit of many messages and the ledger's.
 */
class KilledMidwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Fewer than a batch takes, and so many that they are surely more than one. */
    private static final int FILES = 24;

    private static final boolean LONG = Boolean.getBoolean("lotwire.long");

    /** More than a megabyte, which is many slices; or 200. */
    private static final int SETS = LONG ? 2_700 : 80;

    private static final int LOTS = LONG ? 1_000 : 200;
    private static final Duration UNTIL_THE_LARGE_ONE_IS_DONE = LONG ? Duration.ofHours(1) : PATIENCE;
    private static final int LARGE = 5001;
    private static final Pattern FIRST_LOT = Pattern.compile("(L" + LARGE + "-\\d+)-1\"");

    @TempDir
    private static Path folder;

    private static Path data;
    private static Map<String, String> environment;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("killed-midway");
        partners = Partners.start(data);
        environment = new HashMap<>(partners.environment());
        // While the one lane stands still, all that comes gathers for the next batch.
        environment.put("LOTWIRE_LANES", "1");
        startGateway();
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void filesWhoseCommonTransactionIsCutOffAreEachStoredOnce() throws Exception {
        Map<String, DemoDocuments> sent = new HashMap<>();
        try (RowTrap trap = RowTrap.holding(gateway.database(), "insert", "lot_event", "true")) {
            sent.putAll(send(101, 1));
            trap.awaitSomeoneWaiting();
            sent.putAll(send(102, FILES));
            trap.letPass();
            trap.hold();
            trap.awaitSomeoneWaiting();
            assertThat(ledger.count("select count(*) from inbox where state = 'RECEIVED'"
                            + " and (holder, lease) = (select holder, lease from inbox order by id desc limit 1)"))
                    .as("files in one transaction")
                    .isEqualTo(FILES);
            gateway.kill();
        }
        assertThat(ledger.count("select count(*) from lot_event where event like '%\"R102A\"%'"))
                .as("nothing of that transaction is stored")
                .isZero();

        startGateway();

        assertStoredAnsweredAndDeliveredOnce(sent);
    }

    @Test
    void aLargeFileGoesOnWhereItWasCutOff() throws Exception {
        OutgoingMessage message = partners.message(partners.farm(), LargeNotice.of("GREENVALLEY", LARGE, SETS, LOTS));
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        InboxRow row = ledger.received(message.messageId());
        await("a slice is stored").atMost(PATIENCE).until(() -> ledger.sets(row).contains(SetState.TRANSLATED));
        List<String> stored;
        // Taken when the slice at hand is committed.
        try (TableLock lock = TableLock.on("lot_event", gateway.database())) {
            lock.awaitSomeoneWaiting();
            gateway.kill();
            stored = stored(row);
            assertThat(ledger.sets(row)).contains(SetState.TRANSLATED, SetState.ACCEPTED);
        }

        startGateway();

        ledger.awaitNothingUnderWay(UNTIL_THE_LARGE_ONE_IS_DONE);
        assertThat(ledger.done(message.messageId()).id()).isEqualTo(row.id());
        List<Delivery> deliveries = ledger.delivered(row);
        assertThat(ledger.sets(row)).hasSize(SETS).containsOnly(SetState.TRANSLATED);
        assertThat(stored(row))
                .as("each set and its events, as they were stored")
                .hasSize(SETS)
                .startsWith(stored.toArray(String[]::new))
                .allSatisfy(set -> assertThat(set).contains(LOTS + " events"));
        assertThat(ledger.count("select count(*) from lot_event where event like '%\"code\":\"L" + LARGE + "-%'"))
                .isEqualTo((long) SETS * LOTS);
        assertThat(deliveries)
                .as("a 997, and for each set a lot feed and an EPCIS document")
                .hasSize(1 + 2 * SETS)
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED));
        assertThat(answersTo(LARGE)).isOne();
        List<String> documents = IntStream.rangeClosed(1, SETS)
                .mapToObj(set -> "L" + LARGE + "-" + set)
                .toList();
        assertThat(partners.warehouse().inbound().stream()
                        .filter(name -> name.startsWith("lots-L" + LARGE))
                        .map(name -> name.replaceAll("lots-(L\\d+-\\d+)-.*", "$1")))
                .containsExactlyInAnyOrderElementsOf(documents);
        assertThat(ErpQueue.takeAll(gateway.broker()).stream().flatMap(text -> FIRST_LOT
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()))
                .as("documents in which the ERP has the first lot of a set")
                .containsExactlyInAnyOrderElementsOf(documents);
    }

    @Test
    void messagesThatTheBrokerCommittedAndTheLedgerDidNotHearOfAreInTheQueueOnce() throws Exception {
        Map<String, DemoDocuments> sent = new HashMap<>();
        try (RowTrap trap = RowTrap.holding(
                gateway.database(),
                "update",
                "delivery",
                "new.partner = 'northgate-erp' and new.confirmation <> '' and old.confirmation = ''")) {
            sent.putAll(send(201, 1));
            trap.awaitSomeoneWaiting();
            sent.putAll(send(202, FILES));
            await("all are stored")
                    .atMost(PATIENCE)
                    .until(() -> ledger.count("select count(*) from inbox where state = 'RECEIVED'") == 0);
            gateway.kill();
            trap.letPass();
            trap.hold();
            // The broker has the first one, and refuses it together with the others.
            startGateway();
            trap.awaitSomeoneWaiting();
            assertThat(ledger.count("select count(*) from delivery where partner = 'northgate-erp'"
                            + " and state = 'WRITTEN' and lease is not null and holder = (select max(id) from holder)"))
                    .as("messages that were sent together and are not confirmed")
                    .isEqualTo(FILES + 1);
            gateway.kill();
        }

        // It has them all.
        startGateway();

        assertStoredAnsweredAndDeliveredOnce(sent);
    }

    private static void startGateway() throws IOException {
        gateway = GatewayUnderTest.start(data, environment);
    }

    private static Map<String, DemoDocuments> send(int first, int count) throws Exception {
        Map<String, DemoDocuments> sent = new HashMap<>();
        for (int number = first; number < first + count; number++) {
            DemoDocuments documents = Partners.documents(number);
            OutgoingMessage message = partners.message(partners.farm(), documents.shipNotice());
            assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
            sent.put(message.messageId(), documents);
        }
        return sent;
    }

    private static void assertStoredAnsweredAndDeliveredOnce(Map<String, DemoDocuments> sent) throws Exception {
        new Stocktaking(partners, ledger, sent).everythingIsDoneOnce(PATIENCE, gateway.broker());
    }

    /** The sets of a row whose events are stored, in the order in which they were; with their numbers and the time. */
    private static List<String> stored(InboxRow row) {
        return ledger.ask(handle -> handle.createQuery("select concat(s.id, ' ', s.document_number, ': ',"
                        + " count(*), ' events ', min(e.seq), ' to ', max(e.seq), ' ', max(e.stored_at), ' ',"
                        + " md5(string_agg(encode(e.event_id, 'hex'), ' ' order by e.seq)))"
                        + " from transaction_set s join lot_event e on e.set_id = s.id where s.inbox_id = :id"
                        + " group by s.id order by min(e.seq)")
                .bind("id", row.id())
                .mapTo(String.class)
                .list());
    }

    /** How many 997s the farm has about a group of theirs. */
    private static long answersTo(int group) throws IOException {
        long answers = 0;
        for (As2Station.Delivery delivery : partners.farm().deliveries()) {
            answers += Files.readString(delivery.file(), US_ASCII).contains("AK1*SH*" + group) ? 1 : 0;
        }
        return answers;
    }
}
