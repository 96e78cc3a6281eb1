package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.SetState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's files hold up those of others: not a large one, not those that are stored in order, not one that is bad. */
class FairLanesIT {
    /** About 800 KB, which is several slices. */
    private static final int SETS = 30;

    private static final int LOTS = 340;

    /** More than are held in memory. */
    private static final int MANY_LOTS = 10_200;

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static FolderFarm hilltop;
    private static FolderFarm meadow;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void startWithTwoMoreFarmsOfWhichOneWantsItsFilesInOrder() throws Exception {
        Path data = folder.resolve("fair-lanes");
        partners = Partners.start(data);
        hilltop = FolderFarm.in(folder.resolve("share"), "hilltop-farm", "HILLTOPFARM");
        meadow = FolderFarm.in(folder.resolve("share"), "meadow-farm", "MEADOWSFARM");
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_LANES", "1");
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .put(hilltop.name(), hilltop.profile(""))
                        .put(meadow.name(), meadow.profile("order: strict\n"))
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aSmallFileOfOnePartnerIsStoredWhileALargeOneOfAnotherIsWorkedOn() throws Exception {
        InboxRow large;
        InboxRow small;
        try (RowTrap midway = RowTrap.holding(
                gateway.database(), "insert", "lot_event", "new.event like '%\"L1001-" + SETS + "-1\"%'")) {
            hilltop.put("large.edi", LargeNotice.of(hilltop.id(), 1001, SETS, LOTS));
            large = ledger.receivedFile("large.edi");
            midway.awaitSomeoneWaiting();
            assertThat(ledger.sets(large)).contains(SetState.TRANSLATED, SetState.ACCEPTED);

            small = ledger.done(farmSends(1));

            assertThat(ledger.sets(large)).contains(SetState.ACCEPTED);
        }
        assertThat(small.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.doneFile("large.edi").state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.sets(large)).hasSize(SETS).containsOnly(SetState.TRANSLATED);
        assertThat(numbers(large)).hasSize(SETS * LOTS);
    }

    @Test
    void filesOfAPartnerWhoWantsThemInOrderAreStoredInItAndHoldUpNobodyElse() throws Exception {
        InboxRow other;
        try (RowTrap first =
                RowTrap.holding(gateway.database(), "insert", "lot_event", "new.event like '%\"L2001-%'")) {
            meadow.put("1-large.edi", LargeNotice.of(meadow.id(), 2001, SETS, LOTS));
            first.awaitSomeoneWaiting();
            meadow.put("2-small.edi", meadow.notice(2002));
            ledger.receivedFile("2-small.edi");
            meadow.put("3-large.edi", LargeNotice.of(meadow.id(), 2003, 1, MANY_LOTS));
            ledger.receivedFile("3-large.edi");
            meadow.put("4-small.edi", meadow.notice(2004));
            ledger.receivedFile("4-small.edi");

            other = ledger.done(farmSends(2));

            assertThat(ledger.count("select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                            + " join inbox i on i.id = s.inbox_id where i.partner = '" + meadow.name() + "'"))
                    .isZero();
        }
        assertThat(other.state()).isEqualTo(InboxState.TRANSLATED);
        List<InboxRow> inOrder = new ArrayList<>();
        for (String name : List.of("1-large.edi", "2-small.edi", "3-large.edi", "4-small.edi")) {
            inOrder.add(ledger.doneFile(name));
        }
        assertThat(inOrder).allSatisfy(row -> assertThat(row.state()).isEqualTo(InboxState.TRANSLATED));
        for (int i = 1; i < inOrder.size(); i++) {
            List<Long> before = numbers(inOrder.get(i - 1));
            assertThat(numbers(inOrder.get(i)).get(0)).isGreaterThan(before.get(before.size() - 1));
        }
        assertThat(placesInOrderOfStoring(inOrder.get(0)))
                .as("sets of a file")
                .hasSize(SETS)
                .isSorted();
    }

    @Test
    void aFileThatCannotBeReadAndOneThatCannotBeStoredTakeNoneOfTheirBatchWithThem() throws Exception {
        List<String> good = new ArrayList<>();
        String unreadable;
        String refused;
        try (RowTrap ignored =
                RowTrap.refusing(gateway.database(), "insert", "lot_event", "new.event like '%\"B311A\"%'")) {
            try (TableLock lock = TableLock.on("lot_event", gateway.database())) {
                farmSends(300);
                lock.awaitSomeoneWaiting();
                // While the one lane stands still, these gather for the next batch.
                for (int number = 301; number <= 310; number++) {
                    good.add(farmSends(number));
                }
                refused = farmSends(311);
                unreadable = farmSends(noise());
                for (int number = 312; number <= 321; number++) {
                    good.add(farmSends(number));
                }
            }
            ledger.done(refused);
        }
        for (String each : good) {
            InboxRow row = ledger.done(each);
            assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(numbers(row)).hasSize(9);
        }
        assertThat(ledger.done(unreadable).state()).isEqualTo(InboxState.REJECTED);
        InboxRow parked = ledger.done(refused);
        assertThat(ledger.sets(parked)).containsExactly(SetState.PARKED);
        assertThat(ledger.count("select count(*) from transaction_set where state = 'PARKED'"
                        + " and cause = 'STORING_FAILED' and inbox_id = " + parked.id()))
                .isOne();
        assertThat(ledger.count("select count(distinct (holder, lease)) from inbox where id between "
                        + ledger.done(good.get(0)).id() + " and "
                        + ledger.done(good.get(good.size() - 1)).id()))
                .as("batches")
                .isOne();
    }

    @Test
    void aSetThatCannotBeStoredTakesNoneOfItsSliceWithIt() throws Exception {
        int bad = 5;
        InboxRow row;
        try (RowTrap ignored = RowTrap.refusing(
                gateway.database(), "insert", "lot_event", "new.event like '%\"L3001-" + bad + "-7\"%'")) {
            hilltop.put("one-bad.edi", LargeNotice.of(hilltop.id(), 3001, SETS, LOTS));
            row = ledger.doneFile("one-bad.edi");
        }
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        List<SetState> sets = new ArrayList<>(ledger.sets(row));
        assertThat(sets.remove(bad - 1)).isEqualTo(SetState.PARKED);
        assertThat(sets).hasSize(SETS - 1).containsOnly(SetState.TRANSLATED);
        assertThat(numbers(row)).hasSize((SETS - 1) * LOTS);
        assertThat(gateway.log()).contains("Inbox " + row.id() + ": It could not be stored:");
    }

    /** Bytes that are no document of any kind. */
    private static byte[] noise() {
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static String farmSends(int number) throws Exception {
        return farmSends(Partners.documents(number).shipNotice());
    }

    /** Its Message-ID. */
    private static String farmSends(byte[] document) throws Exception {
        OutgoingMessage message = partners.message(partners.farm(), document);
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        return message.messageId();
    }

    /** The places in the file of a row's sets, in the order in which they were stored. */
    private static List<Integer> placesInOrderOfStoring(InboxRow row) {
        return ledger.ask(handle -> handle.createQuery("select s.ordinal from transaction_set s"
                        + " join lot_event e on e.set_id = s.id where s.inbox_id = :id"
                        + " group by s.ordinal order by min(e.seq)")
                .bind("id", row.id())
                .mapTo(Integer.class)
                .list());
    }

    /** The numbers of a row's lot events, in the order in which they were stored. */
    private static List<Long> numbers(InboxRow row) {
        return ledger.ask(handle -> handle.createQuery("select seq from lot_event where set_id in"
                        + " (select id from transaction_set where inbox_id = :id) order by seq")
                .bind("id", row.id())
                .mapTo(Long.class)
                .list());
    }
}
