package io.lotwire.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * What came in, what went out, what was acknowledged. The caller opens a transaction and composes what belongs together:
 *
 * <pre>{@code
 * ledger.inTransaction(tx -> {
 *     Set<Long> ours = tx.waitingFiles().stillHeld(lease, ids);
 *     ...
 *     tx.inbox().settle(outcomes);
 * });
 * }</pre>
 *
 * Isolation is PostgreSQL's "read committed"; rows that a step changes are locked by its lease.
 */
public final class Ledger {
    private final Jdbi jdbi;
    private final Clock clock;
    private final RandomGenerator random = new Random(new SecureRandom().nextLong());
    private final Set<Definitions.Edition> keptDefinitions = ConcurrentHashMap.newKeySet();

    /**
     * The ledger in a database that {@link #migrate} has brought up to date.
     *
     * @param database where it is; pooled, where speed matters
     * @param clock what time it is, for all that the ledger writes and asks
     */
    public Ledger(DataSource database, Clock clock) {
        this.jdbi = Jdbi.create(database).registerArgument(new ArrayArguments());
        this.clock = clock;
    }

    /**
     * Brings the database's tables up to date. Those of a standby, which only its primary changes, must be it already.
     *
     * @throws IllegalStateException when a standby's tables are of an earlier version
     */
    public static void migrate(DataSource database) {
        Flyway tables = Flyway.configure(Ledger.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
        try {
            tables.migrate();
        } catch (FlywayException failed) {
            if (isStandby(database)) {
                throw new IllegalStateException(
                        "the standby's tables are of an earlier version: start this version on its primary first",
                        failed);
            }
            throw failed;
        }
    }

    private static boolean isStandby(DataSource database) {
        return Jdbi.create(database).withHandle(handle -> handle.createQuery("select pg_is_in_recovery()")
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Runs work in one transaction and commits it; when the work throws, nothing of it stays.
     *
     * @throws IllegalStateException inside the work of another transaction of this thread: what belongs together is done
     *     with one {@link LedgerTransaction}
     */
    public <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        return jdbi.withHandle(handle -> {
            if (handle.isInTransaction()) {
                throw new IllegalStateException("already in a transaction of the ledger");
            }
            LedgerTransaction transaction = new LedgerTransaction(handle, clock.instant(), random, keptDefinitions);
            T result = handle.<T, X>inTransaction(inside -> {
                T done = work.run(transaction);
                transaction.finish();
                return done;
            });
            keptDefinitions.addAll(transaction.definitions().kept());
            return result;
        });
    }

    /**
     * Receives what came in, in a transaction of its own, as {@link Inbox#receive} does. What did not come before, as nearly
     * all, takes one statement that commits by itself: its sender waits for it, and each further exchange with the database
     * would double that.
     */
    public Receipt receive(Arrival arrival) {
        Optional<Receipt.New> fresh = jdbi.withHandle(handle -> new Inbox(handle, clock.instant()).receiveNew(arrival));
        return fresh.isPresent() ? fresh.get() : inTransaction(tx -> tx.inbox().receive(arrival));
    }

    /** Like {@link #inTransaction}, for work without a result. */
    public <X extends Exception> void useTransaction(WorkWithoutResult<X> work) throws X {
        this.<Optional<Void>, X>inTransaction(transaction -> {
            work.run(transaction);
            return Optional.empty();
        });
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** Does it. */
        T run(LedgerTransaction transaction) throws X;
    }

    /** What is done in one transaction, without a result. */
    @FunctionalInterface
    public interface WorkWithoutResult<X extends Exception> {
        /** Does it. */
        void run(LedgerTransaction transaction) throws X;
    }
}
