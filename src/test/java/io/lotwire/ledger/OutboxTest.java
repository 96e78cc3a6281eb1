package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.LotEvents.SetStretch;
import io.lotwire.ledger.PartnersAnswers.Effect;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.json.LotEventJson;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(10), 2, Duration.ofMinutes(1), 0.5, 3);
    private static final WrittenDocument WRITTEN = new WrittenDocument(
            KeptContent.inRow(new byte[42]),
            "application/edi-x12",
            "asn.edi",
            "<out-1@gateway>",
            Optional.of(new SentEnvelope("P", "000000007", Optional.of("7"))));

    private static final Definition PROFILE =
            new Definition(Definition.Kind.PROFILE, "retailer", "aaaa", "name: retailer");
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final AtomicLong leases = new AtomicLong();
    private final SetClock clock = new SetClock();
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
    }

    @Test
    void theSameSetAndSubscriptionMakeOneDelivery() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long set = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            assertThat(tx.outbox().add(List.of(subscription(inbox, set)))).containsExactly(RETAILER);
            assertThat(tx.outbox().add(List.of(subscription(inbox, set)))).isEmpty();
            assertThat(LedgerCounts.of(tx, "delivery")).containsEntry("NEW", 1L);
        });
    }

    @Test
    void aDeliveryCarriesAllEventsOfItsSetOrThoseThatWereChosenInTheOrderOfTheDocument() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long id = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            Map<String, Long> numbers = tx.events()
                    .store(Stream.of("d", "c", "b", "a", "e")
                            .map(each -> EventSamples.toStore(
                                    id, EventSamples.shipped(each).lot("A1").event()))
                            .toList());
            tx.outbox()
                    .add(List.of(
                            feed("all", inbox, id, EventChoice.all(5)),
                            feed("a stretch", inbox, id, chosen(numbers, "c", "a", 0, 1, 2)),
                            feed("some", inbox, id, chosen(numbers, "b", "e", 0, 2))));
        });
        List<Taken> taken = ledger.inTransaction(tx -> tx.waitingDeliveries().take(ERP, 10, false, lease()));

        assertThat(carried(taken.get(0))).containsExactly("d", "c", "b", "a", "e");
        assertThat(carried(taken.get(1))).containsExactly("c", "b", "a");
        assertThat(carried(taken.get(2))).containsExactly("b", "e");
    }

    private static EventChoice chosen(Map<String, Long> numbers, String first, String last, int... positions) {
        BitSet bits = new BitSet();
        Arrays.stream(positions).forEach(bits::set);
        return EventChoice.of(
                bits,
                new EventChoice.Stretch(numbers.get(EventSamples.id(first)), numbers.get(EventSamples.id(last))),
                1,
                1);
    }

    /** What a delivery carries, read both ways: together with others, and one after the other. */
    private List<String> carried(Taken delivery) {
        ToWrite toWrite = (ToWrite) delivery;
        SetStretch stretch = new SetStretch(toWrite.setId(), toWrite.events().stretch());
        List<String> together = new ArrayList<>();
        List<String> inMemory =
                ledger.inTransaction(tx -> tx.events().of(List.of(stretch))).get(stretch);
        for (int i = 0; i < inMemory.size(); i++) {
            if (toWrite.events().has(i)) {
                together.add(
                        EventSamples.name(LotEventJson.read(inMemory.get(i)).eventId()));
            }
        }
        assertThat(CarriedEvents.of(ledger, toWrite)).isEqualTo(together);
        return together;
    }

    private static NewDelivery feed(String subscription, long inbox, long set, EventChoice events) {
        return NewDelivery.ofSubscription("erp", subscription, "epcis", "jms", inbox, set, events);
    }

    @Test
    void goesFromNewOverWrittenToConfirmedAndAccepted() {
        long id = newDelivery();
        assertThat(due()).isTrue();
        Lease lease = lease();
        assertThat(take(lease)).singleElement().isInstanceOf(ToWrite.class);
        assertThat(write(lease, id)).containsExactly(id);
        assertThat(write(lease, id)).as("a second time").isEmpty();
        confirm(id, new Confirmation("MDN: processed, MIC equal", Map.of("mic", "abc=, sha-256")));
        Delivery confirmed = find(id);
        assertThat(confirmed.state()).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(confirmed.document()).contains(WRITTEN);
        assertThat(confirmed.confirmation().orElseThrow().facts()).containsEntry("mic", "abc=, sha-256");
        boolean acknowledged = ledger.inTransaction(
                tx -> tx.answers().aboutGroup("retailer", "P", "000007", Effect.ACCEPTED, "997: accepted"));
        assertThat(acknowledged).isTrue();
        assertThat(find(id).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(due()).isFalse();
    }

    @Test
    void anAcknowledgementThatOvertakesTheConfirmationStands() {
        long id = writtenDelivery();
        ledger.useTransaction(tx -> tx.answers().aboutGroup("retailer", "P", "7", Effect.REJECTED, "997: rejected"));
        confirm(id, new Confirmation("MDN: processed", Map.of()));
        Delivery delivery = find(id);
        assertThat(delivery.state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(delivery.confirmation().map(Confirmation::words).orElse("")).isEqualTo("MDN: processed");
    }

    @Test
    void anAcknowledgementOfATestGroupLeavesProductionAlone() {
        writtenDelivery();
        boolean acknowledged =
                ledger.inTransaction(tx -> tx.answers().aboutGroup("retailer", "T", "7", Effect.ACCEPTED, "997"));
        assertThat(acknowledged).isFalse();
    }

    @Test
    void aTa1ThatAcceptsLeavesTheVerdictToTheAnswerAboutTheGroup() {
        long id = writtenDelivery();
        ledger.useTransaction(
                tx -> tx.answers().aboutInterchange("retailer", "P", "7", Effect.RECEIVED, "TA1: accepted"));
        assertThat(find(id).heard().orElse("")).isEqualTo("TA1: accepted");
        assertThat(find(id).state()).isEqualTo(DeliveryState.WRITTEN);
        ledger.useTransaction(tx -> tx.answers().aboutGroup("retailer", "P", "7", Effect.REJECTED, "997: rejected"));
        ledger.useTransaction(
                tx -> tx.answers().aboutInterchange("retailer", "P", "7", Effect.RECEIVED, "TA1: accepted"));
        assertThat(find(id).heard().orElse("")).isEqualTo("997: rejected");
        assertThat(find(id).state()).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void aLeasedDeliveryIsNobodyElsesUntilTheLeaseEnds() {
        long id = writtenDelivery();
        Lease first = lease();
        assertThat(take(first)).extracting(Taken::id).containsExactly(id);
        assertThat(take(lease())).isEmpty();
        assertThat(due()).isFalse();
        clock.advance(LENGTH.plusSeconds(1));
        assertThat(due()).isTrue();
        Lease second = lease();
        assertThat(take(second)).extracting(Taken::id).containsExactly(id);

        assertThat(fail(first, id)).as("of who was only paused").isEqualTo(DeliveryState.WRITTEN);
        assertThat(find(id).attempts()).isZero();
        confirm(id, new Confirmation("MDN: processed", Map.of()));
        assertThat(find(id).state()).as("what is true counts, whoever says it").isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void whatWasTakenAndNotTriedIsDueAtOnce() {
        long id = writtenDelivery();
        Lease lease = lease();
        take(lease);
        ledger.useTransaction(tx -> tx.waitingDeliveries().giveBack(lease, List.of(id)));
        assertThat(take(lease())).extracting(Taken::id).containsExactly(id);
    }

    @Test
    void aWayWhosePartnerAsksToBeLeftAloneRestsUntilThen() {
        long id = writtenDelivery();
        Instant until = clock.instant().plus(Duration.ofHours(1));
        ledger.useTransaction(tx -> tx.waitingDeliveries().rest(RETAILER, until));
        assertThat(take(lease())).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(take(lease())).extracting(Taken::id).containsExactly(id);
    }

    @Test
    void inOrderNothingOvertakesWhatIsTriedAgainLater() {
        List<Long> ids = List.of(writtenDelivery(), writtenDelivery(), writtenDelivery());
        Lease lease = lease();
        ledger.useTransaction(tx -> tx.waitingDeliveries().take(RETAILER, 10, true, lease));
        ledger.useTransaction(tx -> {
            tx.attempts().failed(lease, Map.of(ids.get(1), "connection refused"), BACK_OFF);
            tx.waitingDeliveries().giveBack(lease, List.of(ids.get(0), ids.get(2)));
        });
        List<Taken> inOrder = ledger.inTransaction(tx -> tx.waitingDeliveries().take(RETAILER, 10, true, lease()));
        assertThat(inOrder).extracting(Taken::id).containsExactly(ids.get(0));
        assertThat(take(lease())).extracting(Taken::id).containsExactly(ids.get(2));
    }

    @Test
    void manyAreTakenTogetherTheLongestWaitingFirst() {
        List<Long> ids = List.of(writtenDelivery(), writtenDelivery(), writtenDelivery());
        List<Taken> taken = ledger.inTransaction(tx -> tx.waitingDeliveries().take(RETAILER, 2, false, lease()));
        assertThat(taken).extracting(Taken::id).containsExactlyElementsOf(ids.subList(0, 2));
    }

    @Test
    void aFailedDeliveryWaitsLongerEachTimeAndIsParkedAtTheLast() {
        long id = writtenDelivery();
        Instant before = clock.instant();
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        Duration first = Duration.between(before, next(id));
        assertThat(first).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(due()).isFalse();
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        Duration second = Duration.between(before, next(id));
        assertThat(second).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(fail(id)).isEqualTo(DeliveryState.PARKED);
        clock.advance(Duration.ofDays(1));
        assertThat(due()).isFalse();
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.ATTEMPTS_EXHAUSTED);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("connection refused");
    }

    @Test
    void aFailureThatComesAfterTheConfirmationChangesNothing() {
        long id = writtenDelivery();
        confirm(id, new Confirmation("MDN: processed", Map.of()));
        assertThat(fail(id)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEmpty();
    }

    @Test
    void backOffNeverExceedsTheLongestWait() {
        Random random = new Random(1);
        for (int failures = 1; failures < 500; failures++) {
            assertThat(BackOff.USUAL.after(failures, random)).isLessThanOrEqualTo(BackOff.USUAL.longest());
        }
    }

    @Test
    void anAsynchronousConfirmationFindsItsDeliveryByMessageId() {
        long id = writtenDelivery();
        assertThat(awaiting("retailer", "out-1@gateway")).isEmpty();
        SentMessage message = new SentMessage(Map.of(), KeptContent.inRow(new byte[7]), "x=, sha-256");
        ledger.useTransaction(tx -> tx.attempts().keep(id, message));
        assertThat(awaiting("retailer", "out-1@gateway")).contains(new AwaitedMdn(id, message));
        assertThat(awaiting("erp", "<out-1@gateway>")).isEmpty();
        confirm(id, new Confirmation("MDN: processed", Map.of()));
        assertThat(awaiting("retailer", "<out-1@gateway>")).isEmpty();
    }

    @Test
    void aSentMessageWaitsForItsReceiptAndIsSentAgainWithoutOneUntilItsDeadline() {
        long id = writtenDelivery();
        SentMessage message =
                new SentMessage(Map.of("Message-ID", "<out-1@gateway>"), KeptContent.inRow(new byte[7]), "x=, sha-256");
        assertThat(take(lease())).hasSize(1);
        ledger.useTransaction(tx -> tx.attempts().keep(id, message));
        ledger.useTransaction(tx -> tx.attempts().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(find(id).state()).isEqualTo(DeliveryState.SENT);
        assertThat(due()).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(due()).isTrue();
        assertThat(expire()).isEmpty();
        assertThat(take(lease())).singleElement().isInstanceOfSatisfying(ToSend.class, again -> {
            assertThat(again.written()).isEqualTo(WRITTEN);
            assertThat(again.travelled()).isTrue();
        });
        assertThat(find(id).attempts()).isOne();
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.RECEIPT_MISSING);
        Optional<SentMessage> kept = ledger.inTransaction(tx -> tx.attempts().kept(id));
        assertThat(kept).contains(message);
        ledger.useTransaction(tx -> tx.attempts().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        clock.advance(Duration.ofHours(1));
        assertThat(expire()).containsExactly(id);
        assertThat(find(id).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.DEADLINE_PAST);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("No receipt came in time");
        confirm(id, new Confirmation("MDN: late", Map.of()));
        assertThat(find(id).state()).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void aReceiptThatIsFasterThanTheAnswerStands() {
        long id = writtenDelivery();
        assertThat(take(lease())).hasSize(1);
        confirm(id, new Confirmation("MDN: processed", Map.of()));
        ledger.useTransaction(tx -> tx.attempts().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(find(id).state()).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void aReceiptOfOursIsDueOnceAndAgainOnlyWhenItsSenderAsksAgain() {
        Reply receipt = new Reply(Map.of(), new byte[3]);
        Arrival arrival =
                new Arrival("farm", "as2", "<asked@farm>", "", KeptContent.inRow(new byte[1]), Optional.of(receipt));
        long inbox = ledger.inTransaction(tx -> tx.inbox().receive(arrival)).id();
        addMdn(inbox);
        addMdn(inbox);
        long id = ledger.inTransaction(tx -> tx.status().latestDeliveries(10))
                .get(0)
                .id();
        List<Taken> mdns = ledger.inTransaction(tx -> tx.waitingDeliveries().takeMdns(FARM, 10, lease()));
        assertThat(mdns).extracting(Taken::id).containsExactly(id);
        assertThat(find(id).kind()).isEqualTo(DeliveryKind.MDN);
        assertThat(find(id).cargo()).isEqualTo(new Cargo.Mdn(inbox, "http://127.0.0.1/mdn"));
        confirm(id, new Confirmation("MDN posted", Map.of()));
        assertThat(due()).isFalse();
        addMdn(inbox);
        assertThat(due()).isTrue();
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        clock.advance(Duration.ofDays(2));
        assertThat(expire()).containsExactly(id);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("connection refused");
    }

    private void addMdn(long inbox) {
        ledger.useTransaction(tx -> tx.outbox()
                .addMdn(
                        "farm",
                        "as2-mdn",
                        inbox,
                        "http://127.0.0.1/mdn",
                        KeptContent.inArchive("e".repeat(64), 3),
                        tx.now().plus(Duration.ofDays(1))));
    }

    private List<Long> expire() {
        return ledger.inTransaction(tx -> tx.attempts().expire());
    }

    @Test
    void anAcknowledgementOfOneGroupIsSentOnceUnderAFileNameWithItsNumber() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            NewDelivery first = acknowledgement(inbox, "group 45");
            assertThat(tx.outbox().add(List.of(first))).hasSize(1);
            assertThat(tx.outbox().add(List.of(first))).isEmpty();
            assertThat(tx.outbox().add(List.of(acknowledgement(inbox, "group 46"))))
                    .hasSize(1);
            assertThat(tx.outbox().of(inbox)).hasSize(2).allSatisfy(each -> assertThat(
                            each.document().orElseThrow().fileName())
                    .isEqualTo("997-" + each.id() + ".edi"));
        });
    }

    @Test
    void documentsOfManyMegabytesAreMadeDueInOrderWithoutTheDatabasesFiles() {
        int many = 300;
        int bytes = 30 * 1024;
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            tx.outbox()
                    .add(IntStream.range(0, many)
                            .mapToObj(n -> acknowledgement(inbox, "group " + n, bytes))
                            .toList());
            assertThat(tx.handle()
                            .createQuery("select delivery_key from delivery order by id")
                            .mapTo(String.class)
                            .list())
                    .isEqualTo(IntStream.range(0, many)
                            .mapToObj(n ->
                                    acknowledgement(inbox, "group " + n, bytes).key())
                            .toList());
        });
        long files = ledger.inTransaction(tx -> {
            tx.handle().execute("select pg_stat_force_next_flush()");
            return tx.handle()
                    .createQuery("select temp_files from pg_stat_database where datname = current_database()")
                    .mapTo(Long.class)
                    .one();
        });
        assertThat(files).isZero();
    }

    private static NewDelivery acknowledgement(long inbox, String of) {
        return acknowledgement(inbox, of, 3);
    }

    private static NewDelivery acknowledgement(long inbox, String of, int bytes) {
        WrittenDocument written = new WrittenDocument(
                KeptContent.inRow(new byte[bytes]),
                "application/edi-x12",
                "997-" + NewDelivery.NUMBER + ".edi",
                "<a@b>",
                Optional.empty());
        return NewDelivery.ofAcknowledgement("farm", "997", "as2", inbox, of, written);
    }

    @Test
    void whatWaitsForAPartnerWhoIsNotServedIsNotDue() {
        writtenDelivery();
        List<Outbox.Way> others = List.of(new Outbox.Way("retailer", "sftp"), new Outbox.Way("farm", "as2"));

        assertThat(due(others)).isEmpty();
        assertThat(due(List.of())).isEmpty();

        assertThat(due()).isTrue();
    }

    @Test
    void theStatusTellsWhatIsUnderWayByPartnerAndByWhatItWaitsForAndHowOldItIs() {
        Instant before = clock.instant();
        writtenDelivery();
        newDelivery();
        ledger.useTransaction(tx -> {
            assertThat(tx.status().waiting())
                    .extracting(each -> each.stage() + " " + each.count())
                    .containsExactlyInAnyOrder("STORE 2", "WRITE 1", "SEND 1");
            assertThat(tx.status().waiting())
                    .allSatisfy(each -> assertThat(each.since()).isBetween(before, clock.instant()));
            assertThat(tx.status().latestDeliveries(10)).hasSize(2);
            assertThat(tx.status().latestArrivals(1)).hasSize(1);
        });
    }

    private static final Outbox.Way RETAILER = new Outbox.Way("retailer", "as2");
    private static final Outbox.Way FARM = new Outbox.Way("farm", "as2-mdn");

    private static final Outbox.Way ERP = new Outbox.Way("erp", "jms");

    private long newDelivery() {
        return ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long set = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            tx.outbox().add(List.of(subscription(inbox, set)));
            return tx.status().latestDeliveries(1).get(0).id();
        });
    }

    private long writtenDelivery() {
        long id = newDelivery();
        Lease lease = lease();
        List<Long> taken = take(lease).stream().map(Taken::id).toList();
        write(lease, id);
        ledger.useTransaction(tx -> tx.waitingDeliveries().giveBack(lease, taken));
        return id;
    }

    private Set<Long> write(Lease lease, long id) {
        return ledger.inTransaction(tx -> tx.attempts()
                .written(lease, List.of(new WrittenDelivery(id, WRITTEN, new WrittenBy(PROFILE, Optional.empty())))));
    }

    private void confirm(long id, Confirmation confirmation) {
        ledger.useTransaction(tx -> tx.attempts().confirmed(Map.of(id, confirmation)));
    }

    private boolean due() {
        return !due(List.of(RETAILER, FARM)).isEmpty();
    }

    private Set<Outbox.Way> due(List<Outbox.Way> open) {
        return ledger.inTransaction(tx -> tx.outbox().due(open));
    }

    private Instant next(long id) {
        return ((DeliveryProgress.ToSend) find(id).progress()).next();
    }

    private Optional<AwaitedMdn> awaiting(String partner, String messageId) {
        return ledger.inTransaction(tx -> tx.attempts().claimAwaiting(partner, messageId));
    }

    private Lease lease() {
        return new Lease(1, leases.incrementAndGet(), clock.instant().plus(LENGTH));
    }

    private List<Taken> take(Lease lease) {
        return ledger.inTransaction(tx -> tx.waitingDeliveries().take(RETAILER, 10, false, lease));
    }

    private DeliveryState fail(long id) {
        return ledger.inTransaction(tx -> tx.attempts().failed(id, "connection refused", BACK_OFF));
    }

    private DeliveryState fail(Lease lease, long id) {
        return ledger.inTransaction(tx -> tx.attempts()
                .failed(lease, Map.of(id, "connection refused"), BACK_OFF)
                .get(id));
    }

    private Delivery find(long id) {
        return ledger.inTransaction(tx -> tx.outbox().find(id).orElseThrow());
    }

    private static NewDelivery subscription(long inbox, long set) {
        return NewDelivery.ofSubscription(
                "retailer", "shipment-notices", "x12-856", "as2", inbox, set, EventChoice.NONE);
    }
}
