package io.lotwire.parked;

import io.lotwire.access.Asker;
import io.lotwire.access.AuditTrail;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Receipt;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A person mends a file that cannot go on, or was refused, inside one transaction. The original stays as it came; the mended one is a file
 * of its own, which a running gateway reads within seconds as it reads any other, but for two things: its sender hears nothing of it,
 * and its control numbers are not refused as used before. What was stored of the original already makes the same events, and so does
 * not count twice.
 */
public final class MendedCopy {
    private final LedgerTransaction transaction;
    private final Handle handle;

    public MendedCopy(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
    }

    /** What comes of it. */
    public sealed interface Outcome {
        /**
         * It is there.
         *
         * @param id its number in the inbox
         */
        record Made(long id) implements Outcome {}

        /**
         * It cannot be, and nothing was changed.
         *
         * @param why in a sentence, with what to do instead
         */
        record NotPossible(String why) implements Outcome {}
    }

    /** Why a file cannot be mended; empty when it can. */
    public Optional<String> refusal(InboxRow row) {
        if (row.state() == InboxState.RECEIVED || row.state() == InboxState.READ) {
            return Optional.of("file-" + row.id() + " is being worked on: wait until that has ended.");
        }
        return row.state() == InboxState.TRANSLATED && waiting(row.id()).isEmpty() && !hasRejected(row.id())
                ? Optional.of("file-" + row.id() + " is translated, and nothing of it waits: there is nothing to mend.")
                : Optional.empty();
    }

    /**
     * Makes it, and dismisses what of the original waits.
     *
     * @param original the file's number in the inbox
     * @param content the mended bytes
     * @param by who mends it
     * @param why what was mended, for who asks later
     */
    public Outcome of(long original, KeptContent content, Asker by, String why) {
        handle.execute("select from inbox where id = ? for update", original);
        Optional<InboxRow> found = transaction.inbox().find(original);
        if (found.isEmpty()) {
            return new Outcome.NotPossible("There is no file-" + original + ".");
        }
        InboxRow row = found.get();
        Optional<String> refusal = refusal(row);
        if (refusal.isPresent()) {
            return new Outcome.NotPossible(refusal.get());
        }
        if (content.sha256().equals(row.content().sha256())) {
            return new Outcome.NotPossible("Nothing in it was changed.");
        }
        handle.execute("update interchange set superseded = true where inbox_id = ? and not superseded", original);
        Receipt receipt = transaction
                .inbox()
                .receive(new Arrival(
                        row.partner(),
                        Arrival.MENDED,
                        "file-" + original + " " + content.sha256(),
                        row.fileName(),
                        content,
                        Optional.empty()));
        if (!(receipt instanceof Receipt.New)) {
            return new Outcome.NotPossible("It was mended in the same way before: see file-" + receipt.id() + ".");
        }
        handle.execute("update inbox set copy_of = ? where id = ?", original, receipt.id());
        dismiss(original, by, "Mended in file-" + receipt.id() + (why.isEmpty() ? "." : ": " + why));
        new AuditTrail(transaction)
                .add(io.lotwire.access.Deed.of(by, "mended", ParkedKind.FILE.word(), Long.toString(original))
                        .about(row.partner())
                        .because(why));
        return new Outcome.Made(receipt.id());
    }

    private void dismiss(long original, Asker by, String note) {
        ParkedThings things = new ParkedThings(transaction);
        ParkedSteps steps = new ParkedSteps(transaction);
        for (ParkedId id : waiting(original)) {
            things.find(id).ifPresent(thing -> {
                handle.execute("update " + id.kind().table() + " set state = 'DISMISSED' where id = ?", id.row());
                steps.add(thing, ParkedStep.Did.MENDED, by.name(), note);
            });
        }
    }

    /** What of a file waits: itself, or documents in it. */
    private List<ParkedId> waiting(long file) {
        return handle.createQuery("""
                        select 'FILE' as kind, id from inbox where id = :file and state = 'PARKED'
                        union all
                        select 'DOCUMENT', id from transaction_set where inbox_id = :file and state = 'PARKED'
                        """)
                .bind("file", file)
                .map((row, context) -> new ParkedId(ParkedKind.valueOf(row.getString("kind")), row.getLong("id")))
                .list();
    }

    private boolean hasRejected(long file) {
        return handle.createQuery(
                        "select exists (select from transaction_set where inbox_id = :file and state in ('REJECTED', 'DISMISSED'))")
                .bind("file", file)
                .mapTo(Boolean.class)
                .one();
    }

    /** The files that were made from one, the last first. */
    public List<Long> copies(long original) {
        return handle.createQuery("select id from inbox where copy_of = :original order by id desc")
                .bind("original", original)
                .mapTo(Long.class)
                .list();
    }

    /** From which file one was made; empty for one that came. */
    public Optional<Long> original(long copy) {
        return handle.createQuery("select copy_of from inbox where id = :copy and copy_of is not null")
                .bind("copy", copy)
                .mapTo(Long.class)
                .findOne();
    }
}
