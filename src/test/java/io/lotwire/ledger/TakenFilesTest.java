package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lotwire.embedded.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who works on which files of the inbox. */
class TakenFilesTest {
    private static final AtomicInteger MESSAGES = new AtomicInteger();
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final SetClock clock = new SetClock();
    private final AtomicLong leases = new AtomicLong();
    private DatabaseAddress database;
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.fresh();
        ledger = new Ledger(database.unpooled(), clock);
    }

    @Test
    void aFileThatIsTakenIsNobodyElsesUntilTheLeaseEnds() {
        long id = small("farm");
        Lease first = lease();
        assertThat(takeSmall(first, 10)).containsExactly(id);
        assertThat(takeSmall(lease(), 10)).isEmpty();
        clock.advance(LENGTH.plusSeconds(1));
        Lease second = lease();
        assertThat(takeSmall(second, 10)).containsExactly(id);

        assertThat(held(first, id)).as("who was only paused has lost it").isEmpty();
        assertThat(held(second, id)).containsExactly(id);
    }

    @Test
    void twoWhoTakeAtTheSameTimeGetDifferentFiles() {
        for (int i = 0; i < 20; i++) {
            small("farm");
        }
        List<Long> one = new ArrayList<>();
        List<Long> two = new ArrayList<>();
        ledger.useTransaction(first -> {
            first.waitingFiles().takeSmall(lease(), 10, Set.of()).forEach(row -> one.add(row.id()));
            Ledger other = new Ledger(database.unpooled(), clock);
            other.useTransaction(second ->
                    second.waitingFiles().takeSmall(lease(), 20, Set.of()).forEach(row -> two.add(row.id())));
        });
        assertThat(one).hasSize(10);
        assertThat(two).hasSize(10).doesNotContainAnyElementsOf(one);
    }

    @Test
    void howeverMuchWaitsOfOnePartnerTheOthersAreTakenWithIt() {
        List<Long> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(small("busy"));
        }
        long late = small("late");
        long later = small("later");

        List<Long> taken = takeSmall(lease(), 10);

        assertThat(taken).hasSize(10).contains(late, later).containsAll(many.subList(0, 8));
    }

    @Test
    void largeFilesAreTakenOneByOneThoseOfThePartnerOfWhomFewestAreWorkedOn() {
        long first = large("busy");
        long second = large("busy");
        long other = large("other");

        assertThat(takeLarge()).contains(first);
        assertThat(takeLarge()).contains(other);
        assertThat(takeLarge()).contains(second);
        assertThat(takeLarge()).isEmpty();
        assertThat(takeSmall(lease(), 10)).isEmpty();
    }

    @Test
    void aSmallFileThatWasOnlyReadGoesOnByItself() {
        long id = small("farm");
        ledger.useTransaction(tx ->
                tx.inbox().settle(List.of(new FileOutcome(id, new InboxProgress.Read(), List.of(), Optional.empty()))));
        assertThat(takeSmall(lease(), 10)).isEmpty();
        assertThat(takeLarge()).contains(id);
    }

    @Test
    void whatIsGivenBackIsTakenAgainWhenItsPauseIsOver() {
        long id = small("farm");
        Lease lease = lease();
        takeSmall(lease, 1);
        ledger.useTransaction(tx ->
                tx.waitingFiles().giveBack(lease, List.of(id), clock.instant().plusSeconds(5)));
        assertThat(takeSmall(lease(), 1)).isEmpty();
        clock.advance(Duration.ofSeconds(6));
        assertThat(takeSmall(lease(), 1)).containsExactly(id);
    }

    @Test
    void whatWasStoredIsNotTakenAgainAndWhatFailedBeforeTheCommitIs() {
        long id = small("farm");
        Lease lease = lease();
        takeSmall(lease, 1);
        try {
            ledger.useTransaction(tx -> {
                settle(tx, id, new InboxProgress.Translated());
                throw new IllegalArgumentException("a crash");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("a crash");
        }
        assertThat(held(lease, id)).containsExactly(id);
        ledger.useTransaction(tx -> settle(tx, id, new InboxProgress.Translated()));
        assertThat(held(lease, id)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(takeSmall(lease(), 1)).isEmpty();
    }

    @Test
    void aGatewayThatIsGoneHoldsNothingAndOneThatLivesHoldsItsOwn() throws SQLException {
        long dead = small("farm");
        Lease ofTheDead = Holder.join(database.unpooled(), clock).lease(LENGTH);
        takeSmall(ofTheDead, 1);
        long alive = small("farm");
        Holder living = Holder.join(database.unpooled(), clock);
        takeSmall(living.lease(LENGTH), 1);
        Holder next = Holder.join(database.unpooled(), clock);

        assertThat(next.freeWhatTheDeadHeld()).isZero();
        kill(ofTheDead.holder());
        assertThat(next.freeWhatTheDeadHeld()).isOne();

        assertThat(takeSmall(next.lease(LENGTH), 10)).containsExactly(dead).doesNotContain(alive);
        living.close();
        next.close();
    }

    @Test
    void aDeliveryThatADeadGatewayWasSendingIsDueAtOnceAndOneThatFailedWaits() throws SQLException {
        Outbox.Way way = new Outbox.Way("farm", "as2");
        long inbox = ledger.inTransaction(tx -> Documents.inbox(tx, "farm"));
        Lease lease = Holder.join(database.unpooled(), clock).lease(LENGTH);
        long failed = acknowledgement(inbox, "1");
        ledger.useTransaction(tx -> {
            tx.waitingDeliveries().take(way, 1, false, lease);
            tx.attempts().failed(lease, Map.of(failed, "connection refused"), BackOff.USUAL);
        });
        long underWay = acknowledgement(inbox, "2");
        ledger.useTransaction(tx -> tx.waitingDeliveries().take(way, 1, false, lease));
        Holder next = Holder.join(database.unpooled(), clock);
        kill(lease.holder());
        next.freeWhatTheDeadHeld();

        List<Taken> taken = ledger.inTransaction(tx -> tx.waitingDeliveries().take(way, 10, false, next.lease(LENGTH)));
        assertThat(taken).extracting(Taken::id).containsExactly(underWay);
        next.close();
    }

    /** Ends the session by which a gateway shows that it lives, as the end of its process does. */
    private void kill(long holder) {
        ledger.useTransaction(tx -> tx.handle()
                .execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = cast(? as oid)",
                        holder));
        await("the database has noticed")
                .until(() -> ledger.inTransaction(tx -> tx.handle()
                                .createQuery(
                                        "select count(*) from pg_locks where locktype = 'advisory' and objid = cast(:id as oid)")
                                .bind("id", holder)
                                .mapTo(Long.class)
                                .one())
                        == 0);
    }

    private long acknowledgement(long inbox, String of) {
        WrittenDocument written = new WrittenDocument(
                KeptContent.inRow(of.getBytes(StandardCharsets.UTF_8)),
                "application/edi-x12",
                "",
                "<a>",
                Optional.empty());
        return ledger.inTransaction(tx -> {
            tx.outbox().add(List.of(NewDelivery.ofAcknowledgement("farm", "997", "as2", inbox, of, written)));
            return tx.status().latestDeliveries(1).get(0).id();
        });
    }

    @Test
    void transactionsThatLeaveAFileAsItIsHoldItBesideEachOtherAndOneThatChangesItHoldsItAlone() {
        long id = small("farm");
        Lease lease = lease();
        takeSmall(lease, 1);
        Ledger other = new Ledger(database.unpooled(), clock);
        ledger.useTransaction(first -> {
            assertThat(first.waitingFiles().stillHeldBesideOthers(lease, List.of(id)))
                    .containsExactly(id);
            other.useTransaction(second -> assertThat(second.waitingFiles().stillHeldBesideOthers(lease, List.of(id)))
                    .containsExactly(id));
            assertThatThrownBy(() -> other.useTransaction(second -> {
                        second.handle().execute("set local lock_timeout = '100ms'");
                        second.waitingFiles().stillHeld(lease, List.of(id));
                    }))
                    .hasMessageContaining("lock timeout");
        });
    }

    private Lease lease() {
        return new Lease(1, leases.incrementAndGet(), clock.instant().plus(LENGTH));
    }

    private List<Long> takeSmall(Lease lease, int most) {
        return ledger.inTransaction(tx -> tx.waitingFiles().takeSmall(lease, most, Set.of()).stream()
                .map(InboxRow::id)
                .toList());
    }

    private Optional<Long> takeLarge() {
        return ledger.inTransaction(
                tx -> tx.waitingFiles().takeLarge(lease(), Set.of()).map(InboxRow::id));
    }

    private Set<Long> held(Lease lease, long id) {
        return new HashSet<>(ledger.inTransaction(tx -> tx.waitingFiles().stillHeld(lease, List.of(id))));
    }

    private static void settle(LedgerTransaction tx, long id, InboxProgress progress) {
        tx.inbox().settle(List.of(new FileOutcome(id, progress, List.of(), Optional.empty())));
    }

    private long small(String partner) {
        return receive(partner, KeptContent.inRow("x".getBytes(StandardCharsets.UTF_8)));
    }

    private long large(String partner) {
        return receive(partner, KeptContent.inArchive("a".repeat(64), 1_000_000));
    }

    private long receive(String partner, KeptContent content) {
        String messageId = "<taken-" + MESSAGES.incrementAndGet() + "@test>";
        return ledger.inTransaction(tx -> tx.inbox()
                .receive(new Arrival(partner, "as2", messageId, "", content, Optional.empty()))
                .id());
    }
}
