package io.lotwire.parked;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.LedgerTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What persons did about parked things, inside one transaction; it is only ever added to. */
public final class ParkedSteps {
    private final Handle handle;
    private final Instant now;

    public ParkedSteps(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /** Adds one to what is known of a thing as it stands before. */
    void add(ParkedThing thing, ParkedStep.Did did, String by, String note) {
        handle.createUpdate("""
                        insert into parked_step (kind, row_id, did, at, by_whom, note, cause, reason)
                        values (:kind, :row, :did, :now, :by, :note, :cause, :reason)
                        """)
                .bind("kind", thing.id().kind().word())
                .bind("row", thing.id().row())
                .bind("did", did.name().toLowerCase(Locale.ROOT))
                .bind("now", now)
                .bind("by", by)
                .bind("note", note)
                .bind("cause", thing.cause().code().name())
                .bind("reason", thing.cause().sentence())
                .execute();
    }

    /** Those of a thing, the first first, also when it is no longer parked. */
    public List<ParkedStep> of(ParkedId id) {
        return handle.createQuery("select * from parked_step where kind = :kind and row_id = :row order by id")
                .bind("kind", id.kind().word())
                .bind("row", id.row())
                .map((row, context) -> new ParkedStep(
                        ParkedStep.Did.valueOf(row.getString("did").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        row.getString("note"),
                        CauseCode.stored(row.getString("cause"))))
                .list();
    }
}
