package io.lotwire.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.Asker;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.FileOutcome;
import io.lotwire.ledger.InboxProgress;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.InterchangeKey;
import io.lotwire.ledger.InterchangeSeen;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SeenInterchanges;
import io.lotwire.ledger.SetOutcome;
import io.lotwire.ledger.SetProgress;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot go on goes on in a mended copy; on a real database. */
class MendedCopyTest {
    private static final Asker ADA = Asker.ofCommand("ada");
    private static final Cause REFUSED = new Cause(CauseCode.NOT_USABLE, "SE01 is wrong.");

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Archive archive;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        archive = Archive.in(folder);
    }

    private KeptContent mended(String text) throws IOException {
        return archive.keep(text.getBytes(StandardCharsets.UTF_8));
    }

    private long file(InboxProgress progress) {
        return ledger.inTransaction(tx -> {
            long id = Documents.inbox(tx, "farm");
            tx.inbox().settle(List.of(new FileOutcome(id, progress, List.of(), Optional.empty())));
            return id;
        });
    }

    private MendedCopy.Outcome mend(long file, KeptContent content) {
        return ledger.inTransaction(tx -> new MendedCopy(tx).of(file, content, ADA, "they counted wrong"));
    }

    private InboxRow row(long id) {
        return ledger.inTransaction(tx -> tx.inbox().find(id)).orElseThrow();
    }

    @Test
    void aRefusedFileStaysAndItsCopyWaitsToBeRead() throws IOException {
        long file = file(new InboxProgress.Rejected(REFUSED));

        long copy = ((MendedCopy.Outcome.Made) mend(file, mended("better"))).id();

        assertThat(row(file).state()).isEqualTo(InboxState.REJECTED);
        assertThat(row(copy).state()).isEqualTo(InboxState.RECEIVED);
        assertThat(row(copy).partner()).isEqualTo("farm");
        assertThat(row(copy).isMended()).isTrue();
        Optional<Long> original = ledger.inTransaction(tx -> new MendedCopy(tx).original(copy));
        List<Long> copies = ledger.inTransaction(tx -> new MendedCopy(tx).copies(file));
        assertThat(original).contains(file);
        assertThat(copies).containsExactly(copy);
    }

    @Test
    void aParkedFileIsDismissedInItsStead() throws IOException {
        long file = file(new InboxProgress.Parked(new Cause(CauseCode.PROFILE_MISSING, "There is none.")));

        long copy = ((MendedCopy.Outcome.Made) mend(file, mended("better"))).id();

        assertThat(row(file).state()).isEqualTo(InboxState.DISMISSED);
        List<ParkedStep> steps =
                ledger.inTransaction(tx -> new ParkedSteps(tx).of(new ParkedId(ParkedKind.FILE, file)));
        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.did()).isEqualTo(ParkedStep.Did.MENDED);
            assertThat(step.note()).isEqualTo("Mended in file-" + copy + ": they counted wrong");
        });
    }

    @Test
    void itsControlNumberIsNotRefusedAsUsedBefore() throws IOException {
        InterchangeKey key = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "US", "000000101", "P");
        long file = file(new InboxProgress.Translated());
        ledger.useTransaction(tx -> {
            tx.interchanges().keep(List.of(new SeenInterchanges.Seen(file, key, "a".repeat(64), Instant.EPOCH)));
            List<Long> sets = Documents.sets(tx, file, "farm", "856", List.of("S1"), Purpose.ORIGINAL);
            tx.sets()
                    .settle(List.of(new SetOutcome(
                            sets.get(0),
                            new SetProgress.Parked(
                                    new Cause(CauseCode.DOCUMENT_INCOMPLETE, "No lot."), Optional.of("S1")),
                            Purpose.ORIGINAL,
                            List.of(),
                            Optional.empty())));
        });

        long copy = ((MendedCopy.Outcome.Made) mend(file, mended("better"))).id();

        InterchangeSeen seen = ledger.inTransaction(tx -> tx.interchanges()
                .keep(List.of(new SeenInterchanges.Seen(copy, key, "b".repeat(64), Instant.EPOCH)))
                .get(0));
        assertThat(seen).isInstanceOf(InterchangeSeen.New.class);
        List<SetRow> sets = ledger.inTransaction(tx -> tx.sets().of(file));
        assertThat(sets.get(0).state()).isEqualTo(SetState.DISMISSED);
        assertThat(row(file).state()).isEqualTo(InboxState.TRANSLATED);
    }

    @Test
    void nothingIsMendedThatGoesOnOrWasMendedSo() throws IOException {
        long working = ledger.inTransaction(tx -> Documents.inbox(tx, "farm"));
        long done = file(new InboxProgress.Translated());
        long refused = file(new InboxProgress.Rejected(REFUSED));
        mend(refused, mended("better"));

        assertThat(mend(working, mended("better")))
                .isEqualTo(new MendedCopy.Outcome.NotPossible(
                        "file-" + working + " is being worked on: wait until that has ended."));
        assertThat(mend(done, mended("better"))).isInstanceOf(MendedCopy.Outcome.NotPossible.class);
        assertThat(mend(refused, mended("content")))
                .isEqualTo(new MendedCopy.Outcome.NotPossible("Nothing in it was changed."));
        assertThat(mend(refused, mended("better")))
                .isInstanceOfSatisfying(MendedCopy.Outcome.NotPossible.class, not -> assertThat(not.why())
                        .startsWith("It was mended in the same way before"));
        assertThat(mend(999, mended("better"))).isInstanceOf(MendedCopy.Outcome.NotPossible.class);
    }
}
