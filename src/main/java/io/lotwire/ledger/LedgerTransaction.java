package io.lotwire.ledger;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** One transaction on the ledger: all that is done by its parts commits together, or not at all. */
public final class LedgerTransaction {
    private static final String SAVEPOINT = "before";

    private final Handle handle;
    private final Instant now;
    private final RandomGenerator random;

    LedgerTransaction(Handle handle, Instant now, RandomGenerator random) {
        this.handle = handle;
        this.now = now;
        this.random = random;
    }

    /** What came in. */
    public Inbox inbox() {
        return new Inbox(handle, now);
    }

    /** The files that they were fetched from. */
    public PickUps pickUps() {
        return new PickUps(handle);
    }

    /** The interchanges seen. */
    public SeenInterchanges interchanges() {
        return new SeenInterchanges(handle, now);
    }

    /** Their transaction sets. */
    public TransactionSets sets() {
        return new TransactionSets(handle);
    }

    /** The lot events stored. */
    public LotEvents events() {
        return new LotEvents(handle, now);
    }

    /** What goes out. */
    public Outbox outbox() {
        return new Outbox(handle, now, random);
    }

    /** What partners say of it. */
    public PartnersAnswers answers() {
        return new PartnersAnswers(handle, now);
    }

    /** The editions of profiles and mappings that ran. */
    public Definitions definitions() {
        return new Definitions(handle, now);
    }

    /** Control numbers. */
    public ControlNumbers controlNumbers() {
        return new ControlNumbers(handle);
    }

    /**
     * Does work whose effects stay only when its result is good; else all that it took is given back, control numbers too.
     */
    public <T> T keepingOnly(Predicate<T> good, Supplier<T> work) {
        handle.savepoint(SAVEPOINT);
        T result = work.get();
        if (good.test(result)) {
            handle.releaseSavepoint(SAVEPOINT);
        } else {
            handle.rollbackToSavepoint(SAVEPOINT);
        }
        return result;
    }

    /** What a status screen shows. */
    public Status status() {
        return new Status(handle);
    }

    /** When the transaction began, by the ledger's clock. */
    public Instant now() {
        return now;
    }

    /** The database connection, for packages that keep their own tables in the same transaction. */
    public Handle handle() {
        return handle;
    }
}
