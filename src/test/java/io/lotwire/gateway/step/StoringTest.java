package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.gateway.rule.RulesOfTest;
import io.lotwire.gateway.smooks.SmooksFilesOfTest;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Holder;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerCounts;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.ledger.ToWrite;
import io.lotwire.wire.Turns;
import io.lotwire.wire.Wakes;
import io.lotwire.wire.WakesOfTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps from the inbox to lot events, on a real database: what they cost, and what one bad file does to others. */
class StoringTest {
    private static final int LANES = 2;
    private static final int LOTS = 8;

    /** What a batch of small files may cost, however many files are in it. */
    private static final int STATEMENTS_OF_A_BATCH = 32;

    private static final int COMMITS_OF_A_BATCH = 3;
    private static final int FILES_OF_A_BATCH = 64;

    @TempDir
    private Path folder;

    private CountingDatabase counting;
    private Ledger ledger;
    private Archive archive;
    private Holder holder;
    private CamelContext camel;
    private TakeStep take;
    private ReadStep read;
    private SliceLanes lanes;
    private SlicesStep slices;
    private int interchanges;

    @BeforeEach
    void open() throws Exception {
        DatabaseAddress database = TestDatabase.fresh();
        counting = new CountingDatabase(database.unpooled());
        ledger = new Ledger(counting.source(), Clock.systemUTC());
        archive = Archive.in(folder.resolve("archive"));
        holder = Holder.join(database.unpooled(), Clock.systemUTC());
        camel = new DefaultCamelContext();
        RulesInForce rules = RulesOfTest.of(profiles(), camel);
        Wakes wakes = WakesOfTest.withoutBroker(rules);
        Turns turns = new Turns();
        take = new TakeStep(ledger, holder, wakes, new SmallFilesPace(turns), turns, Clock.systemUTC());
        read = new ReadStep(archive, rules);
        EnrichStep enrich = new EnrichStep(ledger);
        StoreStep store = new StoreStep(ledger, archive, wakes);
        TranslateStep translate = new TranslateStep(archive, SmooksFilesOfTest.by(camel.createProducerTemplate()));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:documents")
                        .errorHandler(noErrorHandler())
                        .bean(translate)
                        .bean(enrich)
                        .bean(store);
            }
        });
        camel.start();
        lanes = new SliceLanes(LANES);
        slices =
                new SlicesStep(ledger, archive, rules, camel.createProducerTemplate(), lanes, turns, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        lanes.close();
        camel.stop();
        holder.close();
    }

    @Test
    void aHundredSmallFilesTakeTwoBatchesAndTwiceAsManyFilesTwiceAsMuch() throws Exception {
        receive(1);
        workSmall();
        receive(100);
        counting.asked();
        workSmall();
        CountingDatabase.Asked hundred = counting.asked();
        receive(200);
        counting.asked();
        workSmall();
        CountingDatabase.Asked twoHundred = counting.asked();

        assertThat(state(InboxState.TRANSLATED)).isEqualTo(301);
        assertThat(events()).isEqualTo(301 * LOTS);
        assertThat(hundred.commits()).isLessThanOrEqualTo(commits(100));
        assertThat(hundred.statements()).isLessThanOrEqualTo(statements(100));
        assertThat(twoHundred.commits()).isLessThanOrEqualTo(commits(200));
        assertThat(twoHundred.statements()).isLessThanOrEqualTo(statements(200));
        assertThat(deliveries(DeliveryState.WRITTEN))
                .as("one subscriber's document and a 997 each")
                .isEqualTo(2 * 301);
    }

    @Test
    void theFileNameOfEachDeliveryHasItsOwnNumberSoThatNoneTakesThePlaceOfAnother() throws Exception {
        receive(3);
        workSmall();

        List<String> names = ledger.inTransaction(tx -> tx.handle()
                .createQuery(
                        "select replace(file_name, id::text, 'ITS-NUMBER') from delivery where subscription = 'events'")
                .mapTo(String.class)
                .list());
        assertThat(names).hasSize(3).allMatch(name -> name.contains("-ITS-NUMBER."), "has its number");
    }

    @Test
    void aFileOfAThousandSetsIsStoredInSlicesWhoseCostDoesNotGrowWithTheFile() throws Exception {
        receive(1);
        workSmall();
        receive(interchange(250));
        counting.asked();
        workLarge();
        CountingDatabase.Asked quarter = counting.asked();
        receive(interchange(1000));
        counting.asked();
        workLarge();
        CountingDatabase.Asked whole = counting.asked();

        assertThat(state(InboxState.TRANSLATED)).isEqualTo(3);
        assertThat(events()).isEqualTo(1251 * LOTS);
        assertThat(whole.commits()).isLessThanOrEqualTo(4 * quarter.commits());
        assertThat(whole.statements()).isLessThanOrEqualTo(4 * quarter.statements());
        assertThat(whole.statements()).as("a statement for several sets").isLessThan(500);
    }

    @Test
    void aSetWithMoreEventsThanMemoryHoldsIsStoredAsAWholeAndDeliveredInParts() throws Exception {
        int lots = 21_000;
        receive(interchange(1, lots).replace("*92*NV1", "*UL*9506000112053"));
        workLarge();

        assertThat(state(InboxState.TRANSLATED)).isEqualTo(1);
        assertThat(events()).isEqualTo(lots);
        List<ToWrite> toWrite =
                ledger.inTransaction(tx -> tx
                        .waitingDeliveries()
                        .take(new Outbox.Way("erp", "jms"), 10, false, holder.lease(Duration.ofMinutes(1)))
                        .stream()
                        .filter(ToWrite.class::isInstance)
                        .map(ToWrite.class::cast)
                        .toList());
        assertThat(toWrite)
                .extracting(each -> each.subscription() + " " + each.events().count())
                .containsExactly("events 21000", "parts 10000", "parts 10000", "parts 1000");
        assertThat(carried(toWrite.subList(0, 1))).hasSize(lots).doesNotHaveDuplicates();
        assertThat(carried(toWrite.subList(1, 4))).isEqualTo(carried(toWrite.subList(0, 1)));
    }

    @Test
    void aDocumentWithADoubtThatKeepsItBackWaitsAsAWholeHoweverManyEventsItHas() throws Exception {
        Files.writeString(
                folder.resolve("partners/farm.yaml"), "checks: { LOT_UNKNOWN: park }\n", StandardOpenOption.APPEND);
        RulesInForce rules = RulesOfTest.of(folder.resolve("partners"), camel);
        read = new ReadStep(archive, rules);
        slices = new SlicesStep(
                ledger, archive, rules, camel.createProducerTemplate(), lanes, new Turns(), Clock.systemUTC());
        receive(interchange(1));
        workSmall();
        receive(interchange(1, 11_000));
        workLarge();

        assertThat(state(InboxState.TRANSLATED)).isEqualTo(2);
        assertThat(events()).isZero();
        ledger.useTransaction(tx -> assertThat(tx.status().parked()).containsEntry(CauseCode.CHECK_FAILED, 2L));
    }

    /** The events that deliveries carry, one delivery after the other. */
    private List<String> carried(List<ToWrite> deliveries) throws IOException {
        return ledger.<List<String>, IOException>inTransaction(tx -> {
            List<String> carried = new ArrayList<>();
            for (ToWrite each : deliveries) {
                for (List<ToWrite> portion : EventsAtOnce.portions(List.of(each))) {
                    EventsAtOnce.read(tx, portion).of(each).forEach(event -> carried.add(event.eventId()));
                }
            }
            return carried;
        });
    }

    @Test
    void oneFileOfAHundredThatTheDatabaseDoesNotTakeIsParkedAndTheOthersAreStored() throws Exception {
        receive(60);
        receive(interchange(1).replace("*LT*L61-", "*LT*POISON-"));
        receive(39);
        // Nothing in a document is known that PostgreSQL would refuse, so it is told to refuse something.
        ledger.useTransaction(tx ->
                tx.handle().execute("alter table lot_event add constraint poison check (event not like '%\"POISON%')"));
        workSmall();
        workLarge();

        assertThat(state(InboxState.TRANSLATED)).isEqualTo(100);
        assertThat(events()).isEqualTo(99 * LOTS);
        ledger.useTransaction(tx -> {
            assertThat(LedgerCounts.of(tx, "transaction_set"))
                    .containsEntry("TRANSLATED", 99L)
                    .containsEntry("PARKED", 1L);
            assertThat(tx.status().parked()).containsEntry(CauseCode.STORING_FAILED, 1L);
        });
    }

    @Test
    void theLeaseOfAFileThatTakesLongIsRenewed() throws Exception {
        receive(interchange(250));
        TakenFiles taken = take.large();
        camel.createProducerTemplate().sendBody("direct:documents", read.large(taken));
        Instant start = Instant.now();
        AtomicInteger looks = new AtomicInteger();
        // A minute goes by from one look at the clock to the next.
        InstantSource minutes = () -> start.plus(Duration.ofMinutes(looks.incrementAndGet()));
        new SlicesStep(
                        ledger,
                        archive,
                        RulesOfTest.of(profiles(), camel),
                        camel.createProducerTemplate(),
                        lanes,
                        new Turns(),
                        minutes.withZone(ZoneOffset.UTC))
                .send(taken);

        Instant leasedUntil = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select max(leased_until) from inbox")
                .mapTo(Instant.class)
                .one());
        assertThat(leasedUntil).isAfter(taken.lease().until());
        assertThat(events()).isEqualTo(250 * LOTS);
    }

    @Test
    void aFileThatComesTwiceInABatchHasOneEffect() throws Exception {
        String interchange = interchange(1);
        receive(interchange);
        receive(interchange);
        workSmall();

        assertThat(events()).isEqualTo(LOTS);
        assertThat(deliveries(DeliveryState.WRITTEN)).isEqualTo(2);
    }

    private static int commits(int files) {
        return (batches(files) + 1) * COMMITS_OF_A_BATCH;
    }

    private static int statements(int files) {
        return (batches(files) + 1) * STATEMENTS_OF_A_BATCH;
    }

    private static int batches(int files) {
        return (files + FILES_OF_A_BATCH - 1) / FILES_OF_A_BATCH;
    }

    private void workSmall() throws Exception {
        for (TakenFiles taken = take.small(); taken != null; taken = take.small()) {
            camel.createProducerTemplate().sendBody("direct:documents", read.small(taken));
        }
    }

    private void workLarge() throws Exception {
        for (TakenFiles taken = take.large(); taken != null; taken = take.large()) {
            camel.createProducerTemplate().sendBody("direct:documents", read.large(taken));
            slices.send(taken);
        }
    }

    private void receive(int files) throws Exception {
        for (int i = 0; i < files; i++) {
            receive(interchange(1));
        }
    }

    private void receive(String interchange) throws Exception {
        String messageId = "<" + Math.random() + "@farm>";
        byte[] bytes = interchange.getBytes(StandardCharsets.US_ASCII);
        Arrival arrival = new Arrival("farm", "jms", messageId, "asn.edi", archive.keep(bytes), Optional.empty());
        ledger.useTransaction(tx -> tx.inbox().receive(arrival));
    }

    private long state(InboxState state) {
        return ledger.inTransaction(tx -> LedgerCounts.of(tx, "inbox").getOrDefault(state.name(), 0L));
    }

    private long deliveries(DeliveryState state) {
        return ledger.inTransaction(tx -> LedgerCounts.of(tx, "delivery").getOrDefault(state.name(), 0L));
    }

    private long events() {
        return ledger.inTransaction(tx -> tx.handle()
                .createQuery("select count(*) from lot_event")
                .mapTo(Long.class)
                .one());
    }

    private String interchange(int sets) {
        return interchange(sets, LOTS);
    }

    private String interchange(int sets, int lots) {
        interchanges++;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ISA*00*          *00*          *ZZ*FARM           *ZZ*NORTHGATE      *260304*1430*U*00401*%09d*0*P*>~"
                        + "GS*SH*FARM*NORTHGATE*20260304*1430*%d*X*004010~",
                interchanges,
                interchanges));
        for (int i = 1; i <= sets; i++) {
            set(text, String.format(Locale.ROOT, "%04d", i), interchanges + (sets == 1 ? "" : "." + i), lots);
        }
        return text.append(String.format(Locale.ROOT, "GE*%d*%d~IEA*1*%09d~", sets, interchanges, interchanges))
                .toString();
    }

    private static void set(StringBuilder text, String control, String number, int lots) {
        int begin = text.length();
        text.append("ST*856*").append(control).append("~BSN*00*ASN-").append(number);
        text.append("*20260304*1430~HL*1**S~REF*BM*BOL").append(number).append("~DTM*011*20260304*1430~");
        text.append("N1*ST*NORTH VALLEY*92*NV1~HL*2*1*O~PRF*PO-").append(number).append("~");
        for (int i = 1; i <= lots; i++) {
            text.append("HL*")
                    .append(i + 2)
                    .append("*2*I~LIN*")
                    .append(i)
                    .append("*VN*ITEM-")
                    .append(i);
            text.append("*LT*L").append(number).append('-').append(i).append("~SN1**12*CA~");
        }
        text.append("CTT*").append(lots + 2).append('~');
        long segments = text.substring(begin).chars().filter(c -> c == '~').count() + 1;
        text.append("SE*").append(segments).append('*').append(control).append('~');
    }

    private Path profiles() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(profiles.resolve("us.yaml"), """
                name: us
                title: Northgate
                self: true
                identity: { x12: { qualifier: ZZ, id: NORTHGATE } }
                """);
        Files.writeString(profiles.resolve("farm.yaml"), """
                name: farm
                title: Farm
                identity: { x12: { qualifier: ZZ, id: FARM } }
                receives:
                  - { document: "856", mapping: x12/856, acknowledge: { with: "997", over: jms } }
                wires:
                  jms: { receive: { queue: farm.in }, send: { queue: farm.out } }
                """);
        Files.writeString(profiles.resolve("erp.yaml"), """
                name: erp
                title: ERP
                identity: {}
                wires:
                  jms: { send: { queue: erp.in } }
                subscriptions:
                  - { name: events, send: { format: events }, over: jms }
                  - { name: parts, when: { shipTo: "9506000112053" }, send: { format: events, split: { events: 10000 } }, over: jms }
                """);
        return profiles;
    }
}
