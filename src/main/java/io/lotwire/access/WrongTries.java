package io.lotwire.access;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Wrong passwords, counted by the name that was given, whether anybody has it or not. It stands in the database, so that it holds for
 * all gateways and after a restart.
 */
final class WrongTries {
    /** So many are free. */
    static final int FREE = 5;

    /** After this time without a try all is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** From 2 s after the fifth to 60 s. */
    private static final String DUE =
            "t.last_at + least(60, power(2, least(t.tries, 20) - " + (FREE - 1) + ")) * interval '1 second'";

    private final Handle handle;
    private final Instant now;

    WrongTries(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /** Whether a try may be made. */
    sealed interface Try {
        /**
         * It may, and counts as wrong until it is found right: of many at once no more are looked at than one after the other.
         *
         * @param number which it is since the last right one, from 1
         */
        record Open(int number) implements Try {}

        /**
         * It may not yet.
         *
         * @param left for how long
         */
        record TooSoon(Duration left) implements Try {}
    }

    /** Begins a try. */
    Try begin(String name) {
        Optional<Integer> number = handle.createQuery("insert into wrong_try as t (name_sha256, tries, last_at)"
                        + " values (:name, 1, :now) on conflict (name_sha256) do update set last_at = :now,"
                        + " tries = case when t.last_at < :forgotten then 1 else t.tries + 1 end"
                        + " where t.tries < " + FREE + " or " + DUE + " <= :now returning tries")
                .bind("name", hash(name))
                .bind("now", now)
                .bind("forgotten", now.minus(FORGOTTEN))
                .mapTo(Integer.class)
                .findOne();
        return number.<Try>map(Try.Open::new).orElseGet(() -> new Try.TooSoon(wait(name)));
    }

    private Duration wait(String name) {
        return handle.createQuery("select " + DUE + " as due from wrong_try t where name_sha256 = :name")
                .bind("name", hash(name))
                .mapTo(Instant.class)
                .findOne()
                .map(due -> Duration.between(now, due))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** The password was right, or is another one now. */
    void forget(String name) {
        handle.createUpdate("delete from wrong_try where name_sha256 = :name")
                .bind("name", hash(name))
                .execute();
    }

    /** Forgets what is long ago; answers of how many names. */
    int sweep() {
        return handle.createUpdate("delete from wrong_try where last_at < :forgotten")
                .bind("forgotten", now.minus(FORGOTTEN))
                .execute();
    }

    private static byte[] hash(String name) {
        return Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
    }
}
