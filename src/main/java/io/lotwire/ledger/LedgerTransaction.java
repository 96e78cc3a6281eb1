package io.lotwire.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** One transaction on the ledger: all that is done by its parts commits together, or not at all. */
public final class LedgerTransaction {
    private final Handle handle;
    private final Instant now;
    private final RandomGenerator random;
    private final ControlNumbers controlNumbers;
    private final Definitions definitions;

    LedgerTransaction(Handle handle, Instant now, RandomGenerator random, Set<Definitions.Edition> keptDefinitions) {
        this.handle = handle;
        this.now = now;
        this.random = random;
        this.controlNumbers = new ControlNumbers(handle);
        this.definitions = new Definitions(handle, now, keptDefinitions);
    }

    /** What came in. */
    public Inbox inbox() {
        return new Inbox(handle, now);
    }

    /** What of it is to be worked on. */
    public WaitingFiles waitingFiles() {
        return new WaitingFiles(handle, now);
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
        return new Outbox(handle, now);
    }

    /** The deliveries that are to be made. */
    public WaitingDeliveries waitingDeliveries() {
        return new WaitingDeliveries(handle, now);
    }

    /** What is being sent of it. */
    public Attempts attempts() {
        return new Attempts(handle, now, random);
    }

    /** What partners say of it. */
    public PartnersAnswers answers() {
        return new PartnersAnswers(handle, now);
    }

    /** The editions of profiles and mappings that ran. */
    public Definitions definitions() {
        return definitions;
    }

    /** Control numbers. */
    public ControlNumbers controlNumbers() {
        return controlNumbers;
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

    /** Before the commit: writes down what was only counted so far. */
    void finish() {
        controlNumbers.flush();
    }

    /**
     * What this transaction does is allowed to be lost when the database's machine fails, so that nobody waits for its
     * disk: for leases, which are given anew.
     */
    public LedgerTransaction withoutFlush() {
        handle.execute("set local synchronous_commit = off");
        return this;
    }
}
