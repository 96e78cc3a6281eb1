package io.lotwire.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.Asker;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.Receipt;
import io.lotwire.ledger.SetOutcome;
import io.lotwire.ledger.SetProgress;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Purpose;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is parked goes on, once, when a person says so; on a real database. */
class ParkedDeedsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
    private static final Cause MISSING = new Cause(CauseCode.PROFILE_MISSING, "There is no profile.");

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ParkedId file(Cause cause) {
        long id = ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            tx.inbox().park(inbox, cause);
            return inbox;
        });
        return new ParkedId(ParkedKind.FILE, id);
    }

    /** Parked by its translation, in a file with a second one that is translated. */
    private ParkedId document(Cause cause) {
        return new ParkedId(ParkedKind.DOCUMENT, ledger.<Long, RuntimeException>inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            List<Long> sets = Documents.sets(tx, inbox, "farm", "856", List.of("S1", "S2"), Purpose.ORIGINAL);
            Problem problem = Problem.error(IssueCode.LOT_MISSING, Place.inFile("asn.edi"), "Line 1 has no lot.");
            tx.sets()
                    .settle(List.of(new SetOutcome(
                            sets.get(0),
                            new SetProgress.Parked(cause, Optional.of("S1")),
                            Purpose.ORIGINAL,
                            List.of(problem),
                            Optional.empty())));
            tx.handle().execute("update inbox set state = 'TRANSLATED' where id = ?", inbox);
            return sets.get(0);
        }));
    }

    private ParkedId delivery(boolean written) {
        return new ParkedId(ParkedKind.DELIVERY, ledger.<Long, RuntimeException>inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, inbox, "farm", "856", "S1", Purpose.ORIGINAL);
            NewDelivery delivery =
                    NewDelivery.ofSubscription("erp", "feed", "epcis", "jms", inbox, set, EventChoice.NONE);
            WrittenDocument document = new WrittenDocument(
                    KeptContent.inArchive("a".repeat(64), 100_000), "text/plain", "a.txt", "<a@b>", Optional.empty());
            tx.outbox()
                    .add(List.of(
                            written
                                    ? NewDelivery.ofAcknowledgement("erp", "997", "as2", inbox, "group 1", document)
                                    : delivery));
            tx.handle()
                    .execute(
                            "update delivery set state = 'PARKED', cause = 'ATTEMPTS_EXHAUSTED', last_error = 'They are down.',"
                                    + " attempts = 20, deadline = now(), lease = 7");
            return tx.handle()
                    .createQuery("select max(id) from delivery")
                    .mapTo(Long.class)
                    .one();
        }));
    }

    private Deed release(ParkedId id) {
        return ledger.inTransaction(tx -> new ParkedDeeds(tx).release(id, Asker.ofCommand("ada"), "mended"));
    }

    private Deed dismiss(ParkedId id) {
        return ledger.inTransaction(tx -> new ParkedDeeds(tx).dismiss(id, Asker.ofCommand("bob"), "old"));
    }

    private List<ParkedId> parked() {
        return ledger.inTransaction(tx -> new ParkedThings(tx)
                .list(ParkedFilter.ALL, 100).stream().map(ParkedThing::id).toList());
    }

    private InboxState inbox(long id) {
        return ledger.inTransaction(tx -> tx.inbox().find(id).orElseThrow().state());
    }

    private static String why(Deed deed) {
        return ((Deed.NotPossible) deed).why();
    }

    @Test
    void aFileIsReadAnewAndNobodyIsToldTwiceThatItMayGoOn() {
        ParkedId id = file(MISSING);
        assertThat(parked()).containsExactly(id);

        assertThat(release(id)).isInstanceOf(Deed.Done.class);

        assertThat(inbox(id.row())).isEqualTo(InboxState.RECEIVED);
        assertThat(ledger.<Boolean, RuntimeException>inTransaction(
                        tx -> tx.waitingFiles().waits(true, List.of())))
                .isTrue();
        assertThat(parked()).isEmpty();
        assertThat(why(release(id)))
                .isEqualTo(id + " is not parked, it was released by ada at 2026-03-10T03:00:00Z:"
                        + " 'lotwire parked list' tells what is.");
        assertThat(ledger.<List<ParkedStep>, RuntimeException>inTransaction(tx -> new ParkedSteps(tx).of(id)))
                .containsExactly(
                        new ParkedStep(ParkedStep.Did.RELEASED, NOW, "ada", "mended", CauseCode.PROFILE_MISSING));
    }

    @Test
    void ofAFileOnlyTheDocumentThatWaitedIsTranslatedAnew() {
        ParkedId id = document(new Cause(CauseCode.DOCUMENT_INCOMPLETE, "Line 1 has no lot."));
        long file = ledger.inTransaction(
                tx -> new ParkedThings(tx).find(id).orElseThrow().inboxId());

        assertThat(release(id)).isInstanceOf(Deed.Done.class);

        assertThat(inbox(file)).isEqualTo(InboxState.READ);
        ledger.useTransaction(tx -> {
            assertThat(tx.sets().of(file))
                    .extracting(set -> set.state())
                    .containsExactly(SetState.ACCEPTED_WITH_ERRORS, SetState.TRANSLATED);
            assertThat(tx.sets().accepted(file).stream().boxed()).containsExactly(1);
            assertThat(tx.sets().find(id.row()).orElseThrow().problems())
                    .as("problems of the translation, which is made anew")
                    .isEmpty();
        });
        assertThat(why(release(id))).startsWith(id + " is not parked, it was released by ada");
    }

    @Test
    void whileItsFileIsWorkedOnADocumentWaits() {
        ParkedId id = document(new Cause(CauseCode.MAPPING_MISSING, "There is no mapping."));
        ledger.useTransaction(tx -> tx.handle()
                .execute(
                        "update inbox set state = 'READ', leased_until = ?",
                        NOW.plusSeconds(60).atOffset(ZoneOffset.UTC)));
        assertThat(why(release(id))).isEqualTo("The file of " + id + " is being worked on: try again in a moment.");
        assertThat(parked()).containsExactly(id);
    }

    @Test
    void aDeliveryThatWasWrittenGoesOutWithTheSameBytesAndAnotherIsWrittenAnew() {
        ParkedId written = delivery(true);
        assertThat(release(written)).isInstanceOf(Deed.Done.class);
        assertThat(state(written)).isEqualTo(DeliveryState.WRITTEN);

        ParkedId unwritten = delivery(false);
        assertThat(release(unwritten)).isInstanceOf(Deed.Done.class);
        assertThat(state(unwritten)).isEqualTo(DeliveryState.NEW);
        assertThat(ledger.<Integer, RuntimeException>inTransaction(tx -> tx.handle()
                        .createQuery(
                                "select count(*) from delivery where attempts = 0 and deadline is null and lease is null"
                                        + " and cause is null and last_error = ''")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(1);
    }

    private DeliveryState state(ParkedId id) {
        return ledger.inTransaction(
                tx -> tx.outbox().find(id.row()).orElseThrow().state());
    }

    @Test
    void whatIsDismissedIsKeptAndMayGoOnLater() {
        for (ParkedId id : List.of(file(MISSING), document(MISSING), delivery(false))) {
            assertThat(dismiss(id)).isInstanceOf(Deed.Done.class);
            assertThat(parked()).doesNotContain(id);
            assertThat(why(dismiss(id))).startsWith(id + " is not parked, it was dismissed by bob at");
            ParkedDetail detail = ledger.<ParkedDetail, RuntimeException>inTransaction(
                    tx -> ParkedDetail.of(tx, id).orElseThrow());
            assertThat(detail.thing().dismissed()).isTrue();
            assertThat(ParkedText.lines(detail).get(0)).endsWith(" (dismissed)");
            assertThat(release(id)).isInstanceOf(Deed.Done.class);
        }
        assertThat(ledger.<Integer, RuntimeException>inTransaction(
                        tx -> tx.status().parked().size()))
                .isZero();
    }

    @Test
    void whatCannotGoOnSaysSo() {
        ParkedId id = document(new Cause(CauseCode.TEXT_TO_READ, "Recall of lot 7."));
        assertThat(why(release(id))).isEqualTo(id + " cannot go on: read it, then dismiss it.");
        assertThat(dismiss(id)).isInstanceOf(Deed.Done.class);

        ParkedId purged = file(MISSING);
        dismiss(purged);
        ledger.useTransaction(tx -> tx.handle().execute("update inbox set content = null, purged_at = now()"));
        assertThat(why(release(purged)))
                .isEqualTo(purged + " cannot go on: a purge let its bytes go. Let them send it again.");

        assertThat(why(release(new ParkedId(ParkedKind.FILE, 4711))))
                .isEqualTo("file-4711 is not parked: 'lotwire parked list' tells what is.");
    }

    @Test
    void aMessageUnderAUsedIdMayBeTakenForOneOfItsOwn() throws IOException {
        Archive archive = Archive.in(folder);
        KeptContent first = archive.keep("one".getBytes(StandardCharsets.US_ASCII));
        KeptContent second = archive.keep("two".getBytes(StandardCharsets.US_ASCII));
        Receipt conflict = ledger.inTransaction(tx -> {
            tx.inbox().receive(new Arrival("farm", "as2", "<1@farm>", "", first, Optional.empty()));
            return tx.inbox().receive(new Arrival("farm", "as2", "<1@farm>", "", second, Optional.empty()));
        });
        ParkedId id = new ParkedId(ParkedKind.FILE, conflict.id());
        assertThat(release(id)).isInstanceOf(Deed.Done.class);
        assertThat(inbox(id.row())).isEqualTo(InboxState.RECEIVED);
    }

    @Test
    void notesStandBesideWhatWasDone() {
        ParkedId id = file(MISSING);
        ledger.useTransaction(tx -> new ParkedDeeds(tx).note(id, Asker.ofCommand("eve"), "asked them on Monday"));
        List<String> lines = ledger.inTransaction(
                tx -> ParkedText.lines(ParkedDetail.of(tx, id).orElseThrow()));
        assertThat(lines)
                .contains(
                        "  why: There is no profile.",
                        "  what to do: mend the profile (lotwire partner check); then lotwire parked release " + id,
                        "  2026-03-10T03:00:00Z  noted by eve: asked them on Monday");
    }

    @Test
    void aListIsOfWhatIsAskedForTheLastFirst() {
        ParkedId first = file(MISSING);
        ParkedId second = document(new Cause(CauseCode.MAPPING_MISSING, "There is no mapping."));
        ParkedId third = delivery(false);
        assertThat(parked()).containsExactlyInAnyOrder(first, second, third);
        assertThat(list(new ParkedFilter(Optional.of(ParkedKind.DOCUMENT), Optional.empty(), Optional.empty())))
                .containsExactly(second);
        assertThat(list(new ParkedFilter(Optional.empty(), Optional.of(CauseCode.PROFILE_MISSING), Optional.empty())))
                .containsExactly(first);
        assertThat(list(new ParkedFilter(Optional.empty(), Optional.empty(), Optional.of("erp"))))
                .containsExactly(third);
    }

    private List<ParkedId> list(ParkedFilter filter) {
        return ledger.inTransaction(tx -> new ParkedThings(tx)
                .list(filter, 100).stream().map(ParkedThing::id).toList());
    }

    @ParameterizedTest
    @EnumSource(CauseCode.class)
    void ofEachCauseItIsKnownWhatToDoAndTheGuideTellsIt(CauseCode cause) throws IOException {
        assertThat(Remedy.of(cause).words()).isNotBlank();
        List<String> told = Files.readAllLines(Path.of("src/docs/operation/parked.md")).stream()
                .filter(line -> line.contains("`" + cause + "`"))
                .toList();
        assertThat(told).as("lines of the guide").isNotEmpty();
        if (told.get(0).startsWith("|")) {
            assertThat(told)
                    .allMatch(
                            line -> line.contains("dismiss") != Remedy.of(cause).releases());
        }
    }
}
