package io.lotwire.parked;

import io.lotwire.access.Asker;
import io.lotwire.access.AuditTrail;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Word;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a person does about parked things, inside one transaction. A running gateway sees within seconds what is to go on, by the rules of
 * now. Nothing of it happens twice: who comes second hears that.
 */
public final class ParkedDeeds {
    private final Handle handle;
    private final Instant now;
    private final ParkedThings things;
    private final ParkedSteps steps;
    private final AuditTrail audit;

    public ParkedDeeds(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
        this.things = new ParkedThings(transaction);
        this.steps = new ParkedSteps(transaction);
        this.audit = new AuditTrail(transaction);
    }

    /** A thing, of which nobody else does anything before this transaction ends. */
    private record Locked(ParkedThing thing, boolean workedOn, boolean purged) {}

    /**
     * Lets it go on, also when it was dismissed: a file is read, a document translated, a delivery written or sent again.
     *
     * @param by who says it
     * @param note why; {@code ""} for nothing
     */
    public Deed release(ParkedId id, Asker by, String note) {
        Optional<Locked> locked = lock(id);
        if (locked.isEmpty()) {
            return isNot(id);
        }
        ParkedThing thing = locked.get().thing;
        if (!Remedy.of(thing.cause().code()).releases()) {
            return new Deed.NotPossible(
                    id + " cannot go on: " + Remedy.of(thing.cause().code()).words() + ", then dismiss it.");
        }
        if (locked.get().purged) {
            return new Deed.NotPossible(id + " cannot go on: a purge let its bytes go. Let them send it again.");
        }
        if (locked.get().workedOn) {
            return new Deed.NotPossible("The file of " + id + " is being worked on: try again in a moment.");
        }
        switch (id.kind()) {
            case FILE -> releaseFile(id.row());
            case DOCUMENT -> releaseDocument(id.row(), thing.inboxId());
            case DELIVERY -> releaseDelivery(id.row());
        }
        keep(thing, ParkedStep.Did.RELEASED, by, note);
        return new Deed.Done(thing);
    }

    /** What was read goes on with its documents that are not stored yet. */
    private void releaseFile(long id) {
        handle.createUpdate("""
                        update inbox set
                            state = case when exists (select from transaction_set s where s.inbox_id = inbox.id)
                                then 'READ' else 'RECEIVED' end,
                            cause = null, reason = '', holder = null, lease = null, leased_until = null, changed_at = :now
                        where id = :id
                        """).bind("now", now).bind("id", id).execute();
    }

    /** Its file is read again for this document alone: the others are not accepted any more, but translated. */
    private void releaseDocument(long id, long inboxId) {
        handle.createUpdate("""
                        update transaction_set set state = 'ACCEPTED_WITH_ERRORS', cause = null, reason = '',
                            document_number = '',
                            problems = (select coalesce(jsonb_agg(problem order by n), '[]')
                                from jsonb_array_elements(problems) with ordinality one (problem, n)
                                where problem ->> 'stage' is distinct from 'translation')
                        where id = :id
                        """).bind("id", id).execute();
        handle.createUpdate("""
                        update inbox set state = 'READ', cause = null, reason = '',
                            holder = null, lease = null, leased_until = null, changed_at = :now
                        where id = :id
                        """).bind("now", now).bind("id", inboxId).execute();
    }

    /** What was written goes out with the same bytes under the same message id. */
    private void releaseDelivery(long id) {
        handle.createUpdate("""
                        update delivery set state = case when sha256 is null then 'NEW' else 'WRITTEN' end,
                            attempts = 0, deadline = null, holder = null, lease = null, cause = null, last_error = '',
                            next_attempt_at = :now, changed_at = :now
                        where id = :id
                        """).bind("now", now).bind("id", id).execute();
    }

    /**
     * It needs nothing more. It stays what it was, with its cause, and can be released later all the same.
     *
     * @param by who says it
     * @param why for who asks later
     */
    public Deed dismiss(ParkedId id, Asker by, String why) {
        Optional<Locked> locked = lock(id).filter(each -> !each.thing.dismissed());
        if (locked.isEmpty()) {
            return isNot(id);
        }
        handle.createUpdate("update " + id.kind().table() + " set state = 'DISMISSED' where id = :id")
                .bind("id", id.row())
                .execute();
        keep(locked.get().thing, ParkedStep.Did.DISMISSED, by, why);
        return new Deed.Done(locked.get().thing);
    }

    /**
     * Says something of it.
     *
     * @param by who says it
     */
    public Deed note(ParkedId id, Asker by, String note) {
        Optional<Locked> locked = lock(id);
        if (locked.isEmpty()) {
            return isNot(id);
        }
        keep(locked.get().thing, ParkedStep.Did.NOTED, by, note);
        return new Deed.Done(locked.get().thing);
    }

    private void keep(ParkedThing thing, ParkedStep.Did did, Asker by, String note) {
        steps.add(thing, did, by.name(), note);
        audit.add(io.lotwire.access.Deed.of(
                        by,
                        Word.of(did),
                        thing.id().kind().word(),
                        Long.toString(thing.id().row()))
                .about(thing.partner())
                .because(note));
    }

    private Deed isNot(ParkedId id) {
        String last = steps.of(id).stream()
                .reduce((earlier, later) -> later)
                .map(step -> ", it was " + ParkedText.did(step) + " by " + step.by() + " at " + step.at())
                .orElse("");
        return new Deed.NotPossible(id + " is not parked" + last + ": 'lotwire parked list' tells what is.");
    }

    /**
     * Who works on a document has a lease of its file, and locks the row of that first, too. A file that was released and that nobody has
     * taken yet takes another of its documents along.
     */
    private Optional<Locked> lock(ParkedId id) {
        if (id.kind() == ParkedKind.DOCUMENT) {
            return handle.createQuery("""
                            select state = 'RECEIVED' or state = 'READ' and coalesce(leased_until > :now, false) as worked_on,
                                purged_at is not null as purged
                            from inbox where id = (select inbox_id from transaction_set where id = :id) for update
                            """)
                    .bind("now", now)
                    .bind("id", id.row())
                    .map((row, context) -> new FileState(row.getBoolean("worked_on"), row.getBoolean("purged")))
                    .findOne()
                    .flatMap(file -> things.find(id).map(thing -> new Locked(thing, file.workedOn, file.purged)));
        }
        return handle.createQuery(
                        "select purged_at is not null from " + id.kind().table() + " where id = :id for update")
                .bind("id", id.row())
                .mapTo(Boolean.class)
                .findOne()
                .flatMap(purged -> things.find(id).map(thing -> new Locked(thing, false, purged)));
    }

    private record FileState(boolean workedOn, boolean purged) {}
}
