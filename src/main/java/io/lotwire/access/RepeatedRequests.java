package io.lotwire.access;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Requests that come again because their answer was lost, inside the transaction of what they do: that is done once, and answered the
 * same each time (draft-ietf-httpapi-idempotency-key-header). An answer is kept for two days.
 */
public final class RepeatedRequests {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final Pattern KEY = Pattern.compile("\\P{Cntrl}{1,200}");

    private final Handle handle;
    private final Instant now;

    public RepeatedRequests(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * What was answered.
     *
     * @param status of HTTP
     * @param type of the body, {@code ""} without one
     * @param body {@code ""} for none
     */
    public record Answer(int status, String type, String body) {}

    /** What a request is. */
    public sealed interface Outcome {
        /**
         * It did not come before: it is to be done now and {@link #answered}.
         *
         * @param caller whose it is
         * @param key which they gave it
         * @param fingerprint what it asks
         */
        record First(String caller, String key, String fingerprint) implements Outcome {}

        /**
         * It came before and is done.
         *
         * @param answer what it is to be answered again
         */
        record Again(Answer answer) implements Outcome {}

        /** This key came before with another request: the caller mixes them up (422). */
        record OtherRequest() implements Outcome {}

        /** It came before and is being worked on (409). */
        record InWork() implements Outcome {}

        /** The key is none: it must have 1 to 200 characters (400). */
        record NotAKey() implements Outcome {}
    }

    /** What a request asks, in a few digits. */
    public static String fingerprint(String method, String path, byte[] body) {
        MessageDigest digest = Sha256.digest();
        digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(body);
        return Sha256.hex(digest);
    }

    /**
     * Begins a request, before anything of it is done. Of two at once one is the first; the other hears so at once and does not wait.
     *
     * @param who whose request it is: they need an {@link Asker#id}, as keys are each caller's own
     * @param key which they gave it
     * @param fingerprint of {@link #fingerprint}
     */
    public Outcome begin(Asker who, String key, String fingerprint) {
        if (who.id().isEmpty()) {
            throw new IllegalArgumentException(who.name() + " has no id by which a request is known again");
        }
        if (!KEY.matcher(key).matches()) {
            return new Outcome.NotAKey();
        }
        boolean free = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", lock(who.id(), key))
                .mapTo(Boolean.class)
                .one();
        if (!free) {
            return new Outcome.InWork();
        }
        return handle.createQuery("select * from repeated_request where caller = :caller and key = :key")
                .bind("caller", who.id())
                .bind("key", key)
                .map((row, context) -> cameBefore(row, fingerprint))
                .findOne()
                .orElseGet(() -> new Outcome.First(who.id(), key, fingerprint));
    }

    /** The request is done: this is answered now, and each time that it comes again. */
    public void answered(Outcome.First request, Answer answer) {
        handle.createUpdate("""
                        insert into repeated_request (caller, key, request, status, type, body, made_at)
                        values (:caller, :key, decode(:request, 'hex'), :status, :type, :body, :now)
                        """)
                .bind("caller", request.caller())
                .bind("key", request.key())
                .bind("request", request.fingerprint())
                .bind("status", answer.status())
                .bind("type", answer.type())
                .bind("body", answer.body())
                .bind("now", now)
                .execute();
    }

    /** Forgets what came long ago; answers how many. */
    int sweep() {
        return handle.createUpdate("delete from repeated_request where made_at < :limit")
                .bind("limit", now.minus(KEPT))
                .execute();
    }

    private static Outcome cameBefore(ResultSet row, String fingerprint) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes("request")).equals(fingerprint)
                ? new Outcome.Again(new Answer(row.getInt("status"), row.getString("type"), row.getString("body")))
                : new Outcome.OtherRequest();
    }

    private static long lock(String caller, String key) {
        byte[] hash = Sha256.digest().digest((caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }
}
