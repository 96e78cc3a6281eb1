package io.lotwire.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.LeftBytes;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.registry.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes go when their retention is over and nobody needs them, and only then; on a real database. */
class PurgeTest {
    private static final String ROMAINE = "00614141000012";
    private static final String PALLET = "006141411234567890";
    private static final Party FARM = EventSamples.party("0614141000005", "Green Valley Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "North Shore Depot");
    private static final byte[] LARGE = large();

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;
    private Network network;
    private Archive archive;
    private int messages;

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-10T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        private void pass(Period time) {
            now = now.atOffset(ZoneOffset.UTC).plus(time).toInstant();
        }
    }

    private static byte[] large() {
        byte[] bytes = new byte[KeptContent.MOST_IN_ROW + 1];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    @BeforeEach
    void open() throws SQLException, IOException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
        network = new Network(ledger);
        archive = Archive.in(folder.resolve("archive"));
        Files.createDirectories(partners());
        profile("us", "title: Us\nself: true\nidentity: {}\n");
        profile("harbor", "title: Harbor\nidentity: {}\nretention: 2y\n");
        profile("retailer", "title: Retailer\nidentity: {}\nretention: 6y\n");
        profile("green-valley-farm", "title: Farm\nidentity: {}\nretention: 2y\n");
        profile("other", "title: Other\nidentity: {}\n");
    }

    private Path partners() {
        return folder.resolve("partners");
    }

    private void profile(String name, String text) throws IOException {
        Files.writeString(partners().resolve(name + ".yaml"), "name: " + name + "\n" + text);
    }

    private Profiles profiles() {
        return ProfileFolder.load(partners(), variable -> null);
    }

    private long received(String partner, byte[] bytes, InboxState state) throws IOException {
        KeptContent content = archive.keep(bytes);
        String messageId = "<" + ++messages + "@test>";
        return ledger.inTransaction(tx -> {
            long id = tx.inbox()
                    .receive(new Arrival(partner, "as2", messageId, "", content, Optional.empty()))
                    .id();
            tx.handle()
                    .execute(
                            "update inbox set state = ?, cause = case when ? in ('PARKED', 'REJECTED', 'DISMISSED') then 'UNKNOWN' end"
                                    + " where id = ?",
                            state.name(),
                            state.name(),
                            id);
            return id;
        });
    }

    private long received(String partner) throws IOException {
        return received(partner, text("ISA"), InboxState.TRANSLATED);
    }

    private long sent(String partner, long inbox, byte[] bytes, DeliveryState state) throws IOException {
        WrittenDocument written = new WrittenDocument(
                archive.keep(bytes), "application/edi-x12", NewDelivery.NUMBER + ".edi", "<a@b>", Optional.empty());
        String of = "group " + ++messages;
        return ledger.inTransaction(tx -> {
            tx.outbox().add(List.of(NewDelivery.ofAcknowledgement(partner, "997", "as2", inbox, of, written)));
            long id = tx.handle()
                    .createQuery("select max(id) from delivery")
                    .mapTo(Long.class)
                    .one();
            tx.handle()
                    .execute(
                            "update delivery set state = ?, cause = case when ? in ('PARKED', 'DISMISSED') then 'UNKNOWN' end where id = ?",
                            state.name(),
                            state.name(),
                            id);
            return id;
        });
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Purged purge() throws IOException {
        return new Purge(ledger, archive, profiles()).run();
    }

    private boolean hasBytes(String table, long id) {
        return ledger.inTransaction(tx -> tx.handle()
                .createQuery("select purged_at is null from " + table + " where id = ?")
                .bind(0, id)
                .mapTo(Boolean.class)
                .one());
    }

    private void usedLongAgo(byte[] bytes) throws IOException {
        Files.setLastModifiedTime(
                archive.path(Sha256.hex(bytes)), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void bytesGoWhenTheirRetentionIsOverAndWhatIsKnownOfThemStays() throws IOException {
        long id = received("harbor", text("ISA*00"), InboxState.TRANSLATED);
        clock.pass(Period.ofYears(2));
        assertThat(purge()).isEqualTo(Purged.NOTHING);
        assertThat(hasBytes("inbox", id)).isTrue();

        clock.pass(Period.ofDays(1));

        assertThat(purge()).isEqualTo(new Purged(1, 0, 6, 0, 0, Optional.empty()));
        List<Object> row = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select content, sha256, size, state, purged_at from inbox where id = ?")
                .bind(0, id)
                .map((columns, context) -> Arrays.<Object>asList(
                        columns.getBytes(1),
                        columns.getString(2),
                        columns.getLong(3),
                        columns.getString(4),
                        columns.getTimestamp(5).toInstant()))
                .one());
        assertThat(row).containsExactly(null, Sha256.hex(text("ISA*00")), 6L, "TRANSLATED", clock.now);
        assertThat(purge()).isEqualTo(Purged.NOTHING);
    }

    @Test
    void whoAsksForBytesHearsThatTheyWentAndWhen() throws IOException {
        long inbox = received("harbor", text("ISA*00"), InboxState.TRANSLATED);
        long delivery = sent("harbor", inbox, LARGE, DeliveryState.CONFIRMED);
        assertThat(left(tx -> tx.inbox().bytes(inbox)))
                .hasValueSatisfying(left ->
                        assertThat(((LeftBytes.Kept) left).content().inRow()).contains(text("ISA*00")));
        assertThat(left(tx -> tx.outbox().bytes(delivery)))
                .contains(new LeftBytes.Kept(KeptContent.inArchive(Sha256.hex(LARGE), LARGE.length)));
        assertThat(left(tx -> tx.outbox().sentBytes(delivery))).isEmpty();
        clock.pass(Period.ofYears(3));

        purge();

        assertThat(left(tx -> tx.inbox().bytes(inbox)))
                .contains(new LeftBytes.Purged(Sha256.hex(text("ISA*00")), 6, clock.now));
        assertThat(left(tx -> tx.outbox().bytes(delivery)))
                .contains(new LeftBytes.Purged(Sha256.hex(LARGE), LARGE.length, clock.now));
        assertThat(left(tx -> tx.inbox().bytes(0))).isEmpty();
    }

    private Optional<LeftBytes> left(Function<LedgerTransaction, Optional<LeftBytes>> asked) {
        return ledger.inTransaction(asked::apply);
    }

    @Test
    void ofWhomNothingIsAgreedNothingGoes() throws IOException {
        long id = received("other");
        clock.pass(Period.ofYears(100));
        assertThat(purge()).isEqualTo(Purged.NOTHING);
        assertThat(hasBytes("inbox", id)).isTrue();
    }

    @Test
    void theOwnersProfileSaysItForThoseWhoDoNotAndForThoseWhoAreNoPartnersAnyMore() throws IOException {
        profile("us", "title: Us\nself: true\nidentity: {}\nretention: 3y\n");
        long other = received("other");
        long gone = received("gone");
        long retailer = received("retailer");
        clock.pass(Period.ofYears(4));

        assertThat(purge().received()).isEqualTo(2);
        assertThat(hasBytes("inbox", other)).isFalse();
        assertThat(hasBytes("inbox", gone)).isFalse();
        assertThat(hasBytes("inbox", retailer)).isTrue();
    }

    @Test
    void ofAPartnerWhoseProfileIsWrongNothingGoes() throws IOException {
        profile("us", "title: Us\nself: true\nidentity: {}\nretention: 2y\n");
        profile("retailer", "title: Retailer\nidentity: {}\nretention: 6 years\n");
        long id = received("retailer");
        clock.pass(Period.ofYears(4));

        assertThat(purge()).isEqualTo(Purged.NOTHING);
        assertThat(hasBytes("inbox", id)).isTrue();
    }

    @Test
    void whatIsWorkedOnOrWaitsForAPersonStays() throws IOException {
        for (InboxState state : InboxState.values()) {
            received("harbor", text("ISA"), state);
        }
        long inbox = received("other");
        for (DeliveryState state : DeliveryState.values()) {
            sent("harbor", inbox, text("997"), state);
        }
        clock.pass(Period.ofYears(3));

        assertThat(purge()).isEqualTo(new Purged(3, 4, 21, 0, 0, Optional.empty()));
        List<String> left = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select state from inbox where partner = 'harbor' and content is not null"
                        + " union all select state from delivery where content is not null order by 1")
                .mapTo(String.class)
                .list());
        assertThat(left).containsExactly("NEW", "PARKED", "PARKED", "READ", "RECEIVED", "SENT", "WRITTEN");
    }

    @Test
    void aFileStaysWhileADocumentInItWaitsForAPerson() throws IOException {
        documents();
        ledger.useTransaction(
                tx -> tx.handle()
                        .execute(
                                "update transaction_set set state = 'PARKED', cause = 'MAPPING_MISSING' where document_number = 'S2'"));
        clock.pass(Period.ofYears(3));

        assertThat(purge().received()).isEqualTo(2);
        assertThat(text())
                .anyMatch(line -> line.startsWith("  received  1 document, ") && !line.contains("past retention"));

        ledger.useTransaction(tx ->
                tx.handle().execute("update transaction_set set state = 'DISMISSED' where document_number = 'S2'"));
        assertThat(purge().received()).isEqualTo(1);
    }

    @Test
    void whatAPartnerGotIsKeptAsTheirProfileSaysAndNotAsThatOfWhoSentIt() throws IOException {
        long inbox = received("harbor");
        long toHarbor = sent("harbor", inbox, text("997"), DeliveryState.CONFIRMED);
        long toRetailer = sent("retailer", inbox, text("856"), DeliveryState.ACCEPTED);
        clock.pass(Period.ofYears(3));

        assertThat(purge()).isEqualTo(new Purged(1, 1, 6, 0, 0, Optional.empty()));
        assertThat(hasBytes("delivery", toHarbor)).isFalse();
        assertThat(hasBytes("delivery", toRetailer)).isTrue();

        clock.pass(Period.ofYears(4));
        assertThat(purge()).isEqualTo(new Purged(0, 1, 3, 0, 0, Optional.empty()));
        assertThat(hasBytes("delivery", toRetailer)).isFalse();
    }

    @Test
    void whatWasToldOfOurOwnAccordGoesToo() throws IOException {
        WrittenDocument written = new WrittenDocument(
                archive.keep(text("alert")), "text/plain", NewDelivery.NUMBER + ".txt", "<a@b>", Optional.empty());
        ledger.useTransaction(tx -> {
            tx.outbox().add(List.of(NewDelivery.ofAlert("alert 1", "harbor", "old-lots", "text", "folder", written)));
            tx.handle().execute("update delivery set state = 'CONFIRMED'");
        });
        clock.pass(Period.ofYears(3));

        assertThat(purge()).isEqualTo(new Purged(0, 1, 5, 0, 0, Optional.empty()));
    }

    @Test
    void aFileOfTheArchiveGoesWithTheLastRowThatNeedsIt() throws IOException {
        received("harbor", LARGE, InboxState.TRANSLATED);
        long retailer = received("retailer", LARGE, InboxState.TRANSLATED);
        usedLongAgo(LARGE);
        clock.pass(Period.ofYears(3));
        assertThat(purge()).isEqualTo(new Purged(1, 0, LARGE.length, 0, 0, Optional.empty()));
        assertThat(archive.has(KeptContent.inArchive(Sha256.hex(LARGE), LARGE.length)))
                .isTrue();

        clock.pass(Period.ofYears(4));
        assertThat(purge()).isEqualTo(new Purged(1, 0, LARGE.length, 0, 1, Optional.empty()));
        assertThat(hasBytes("inbox", retailer)).isFalse();
        assertThat(archive.path(Sha256.hex(LARGE))).doesNotExist();
    }

    @Test
    void aFileThatADeliveryNeedsStays() throws IOException {
        long inbox = received("harbor", LARGE, InboxState.TRANSLATED);
        sent("retailer", inbox, LARGE, DeliveryState.CONFIRMED);
        usedLongAgo(LARGE);
        clock.pass(Period.ofYears(3));
        assertThat(purge()).isEqualTo(new Purged(1, 0, LARGE.length, 0, 0, Optional.empty()));
        assertThat(archive.path(Sha256.hex(LARGE))).exists();
    }

    @Test
    void aFileThatCameAnewOfLateStaysUntilItIsKnownWhetherARowNeedsIt() throws IOException {
        received("harbor", LARGE, InboxState.TRANSLATED);
        clock.pass(Period.ofYears(3));
        assertThat(purge().files()).isZero();
        assertThat(archive.path(Sha256.hex(LARGE))).exists();

        usedLongAgo(LARGE);
        assertThat(purge()).isEqualTo(new Purged(0, 0, 0, 0, 1, Optional.empty()));
        assertThat(archive.path(Sha256.hex(LARGE))).doesNotExist();
    }

    @Test
    void moreThanOnePortionGoesInOneRun() throws IOException {
        KeptContent content = archive.keep(text("ISA"));
        ledger.useTransaction(tx -> {
            for (int i = 0; i < 1_234; i++) {
                tx.inbox().receive(new Arrival("harbor", "as2", "<many" + i + "@test>", "", content, Optional.empty()));
            }
            tx.handle().execute("update inbox set state = 'TRANSLATED'");
        });
        clock.pass(Period.ofYears(3));
        assertThat(purge().received()).isEqualTo(1_234);
    }

    private void hold(LegalHold.Scope scope) {
        ledger.useTransaction(tx -> new LegalHolds(tx).begin(scope, "ada", "a claim", "4711"));
    }

    private long lot(String code) {
        return ledger.inTransaction(tx -> tx.handle()
                .createQuery("select id from lot where code = ?")
                .bind(0, code)
                .mapTo(Long.class)
                .one());
    }

    private static EventSamples shipped(String id, String lot) {
        return EventSamples.shipped(id)
                .gtin(ROMAINE)
                .lot(lot)
                .cases("10")
                .from(FARM)
                .to(DEPOT);
    }

    /** A1 on a pallet, the pallet's receipt that names no lot, and B1; all of it done. */
    private void documents() {
        network.document("S1", Purpose.ORIGINAL, shipped("1", "A1").pallet(PALLET));
        network.document(
                "R1",
                Purpose.ORIGINAL,
                EventSamples.of(EventType.RECEIVED, "2")
                        .pallet(PALLET)
                        .from(FARM)
                        .to(DEPOT));
        network.document("S2", Purpose.ORIGINAL, shipped("3", "B1"));
        ledger.useTransaction(tx -> tx.handle().execute("update inbox set state = 'TRANSLATED'"));
    }

    @Test
    void whatTellsOfALotOnHoldOrOfAUnitThatItWasOnIsKeptAndSoIsWhatWasMadeOfThat() throws IOException {
        documents();
        long first = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select min(id) from inbox")
                .mapTo(Long.class)
                .one());
        sent("harbor", first, text("856"), DeliveryState.CONFIRMED);
        hold(new LegalHold.OfLot(lot("A1"), "A1", Optional.of(ROMAINE)));
        clock.pass(Period.ofYears(3));

        Purged purged = purge();

        assertThat(purged.received()).isEqualTo(1);
        assertThat(purged.sent()).isZero();
        assertThat(purged.held()).isEqualTo(3);
    }

    @Test
    void whenAHoldIsReleasedBytesGoAgain() throws IOException {
        documents();
        hold(new LegalHold.OfLot(lot("A1"), "A1", Optional.of(ROMAINE)));
        clock.pass(Period.ofYears(3));
        assertThat(purge().received()).isEqualTo(1);

        ledger.useTransaction(
                tx -> assertThat(new LegalHolds(tx).end(1, "ada", "settled")).isTrue());
        assertThat(purge().received()).isEqualTo(2);
        ledger.useTransaction(
                tx -> assertThat(new LegalHolds(tx).end(1, "ada", "again")).isFalse());
    }

    @Test
    void documentsOfALotThatMayNotGoAreKeptWithoutALegalHold() throws IOException {
        documents();
        long lot = lot("B1");
        ledger.useTransaction(tx -> tx.handle()
                .execute(
                        "insert into lot_status (lot_id, status, since, set_by, why) values (?, 'recalled', now(), 'ada', 'x')",
                        lot));
        clock.pass(Period.ofYears(3));

        Purged purged = purge();

        assertThat(purged.received()).isEqualTo(2);
        assertThat(purged.held()).isEqualTo(1);
    }

    @Test
    void aHoldOfAPartnerKeepsWhatTheySentAndGotAndWhatOthersGotOfIt() throws IOException {
        long inbox = received("harbor");
        sent("harbor", inbox, text("997"), DeliveryState.CONFIRMED);
        sent("green-valley-farm", inbox, text("856"), DeliveryState.CONFIRMED);
        received("green-valley-farm");
        hold(new LegalHold.OfPartner("harbor"));
        clock.pass(Period.ofYears(3));

        assertThat(purge()).isEqualTo(new Purged(1, 0, 3, 3, 0, Optional.empty()));
    }

    @Test
    void aHoldOfEverythingStopsAllAndSaysSo() throws IOException {
        received("harbor");
        hold(new LegalHold.Everything());
        clock.pass(Period.ofYears(3));

        Purged purged = purge();

        assertThat(purged.received()).isZero();
        assertThat(purged.suspended()).contains("legal hold 1");
    }

    @Test
    void whileARegulatorWaitsForRecordsNothingGoes() throws IOException {
        received("harbor");
        ledger.useTransaction(tx -> tx.handle()
                .execute("insert into compliance_request (asked_by, what, selection, opened_at, due_at)"
                        + " values ('FDA', 'romaine', '{}', now(), now())"));
        clock.pass(Period.ofYears(3));

        assertThat(purge().suspended()).contains("the request 1 of FDA is open");
    }

    @Test
    void itIsToldBeforeWhatAPurgeWouldLetGo() throws IOException {
        documents();
        received("harbor");
        sent("harbor", received("retailer"), text("997"), DeliveryState.CONFIRMED);
        hold(new LegalHold.OfLot(lot("A1"), "A1", Optional.of(ROMAINE)));
        clock.pass(Period.ofYears(3));

        assertThat(text())
                .containsExactly(
                        "green-valley-farm: bytes are kept for 2 years",
                        "  received  3 documents, 0.0 MB, since 2026-03-10; 3 past retention, 2 of them held",
                        "  sent      nothing",
                        "harbor: bytes are kept for 2 years",
                        "  received  1 document, 0.0 MB, since 2026-03-10; 1 past retention",
                        "  sent      1 document, 0.0 MB, since 2026-03-10; 1 past retention",
                        "other: bytes are kept for ever",
                        "  received  nothing",
                        "  sent      nothing",
                        "retailer: bytes are kept for 6 years",
                        "  received  1 document, 0.0 MB, since 2026-03-10",
                        "  sent      nothing",
                        "Legal holds:",
                        "  1  what tells of lot A1 of GTIN 00614141000012, since 2026-03-10T03:00:00Z, by ada: a claim (4711)");

        purge();

        assertThat(text())
                .contains(
                        "  received  2 documents, 0.0 MB, since 2026-03-10; 2 past retention, 2 of them held; 1 purged before",
                        "  sent      0 documents, 0.0 MB; 1 purged before");
    }

    private List<String> text() {
        Profiles profiles = profiles();
        return ledger.inTransaction(tx -> RetentionText.of(Retained.of(tx, profiles), new LegalHolds(tx).list(false)));
    }
}
