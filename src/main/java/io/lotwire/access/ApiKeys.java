package io.lotwire.access;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The keys of programs, {@code lwk_} with an id and a secret, inside one transaction. Each change writes its row of the
 * {@link AuditTrail}.
 */
public final class ApiKeys {
    /** A key begins so, and nothing else that stands in an Authorization header does. */
    public static final String BEGINNING = "lwk_";

    private static final String SUBJECT = "key";
    private static final int ID_LETTERS = 10;
    private static final Pattern KEY =
            Pattern.compile(BEGINNING + "([a-z0-9]{" + ID_LETTERS + "})_" + RandomText.TOKEN.pattern());

    private final LedgerTransaction transaction;
    private final Handle handle;
    private final Instant now;
    private final LocalDate today;

    public ApiKeys(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.now = transaction.now();
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Makes one.
     *
     * @return with the key, which is kept nowhere
     */
    public Change<Issued<ApiKey>> make(NewKey wanted, Asker by, String why) {
        Optional<String> wrong = wanted.wrong(today);
        if (wrong.isPresent()) {
            return new Change.NotPossible<>(wrong.get());
        }
        String id = RandomText.letters(ID_LETTERS);
        String key = BEGINNING + id + "_" + RandomText.token();
        handle.createUpdate("""
                        insert into api_key (id, system, sha256, role, partner, payloads, ends_on, made_at, made_by)
                        values (:id, :system, :sha256, :role, :partner, :payloads, :endsOn, :now, :by)
                        """)
                .bind("id", id)
                .bind("system", wanted.system())
                .bind("sha256", hash(key))
                .bind("role", wanted.grant().role().word())
                .bind("partner", wanted.grant().partner())
                .bind("payloads", wanted.grant().payloads())
                .bind("endsOn", wanted.endsOn())
                .bind("now", now)
                .bind("by", by.name())
                .execute();
        ApiKey made = find(id).orElseThrow();
        audit(Deed.of(by, "made", SUBJECT, id).to(AccessJson.of(made)).because(why), made);
        return new Change.Done<>(new Issued<>(made, key));
    }

    /**
     * The one of a key with which something is asked. That it was used is written once a day.
     *
     * @param key as it came
     * @return empty when it is none that is taken today
     */
    public Optional<ApiKey> seen(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] shown = hash(key);
        Optional<ApiKey> found = handle.createQuery(
                        "select * from api_key where id = :id and ended_at is null and ends_on >= :today")
                .bind("id", parts.group(1))
                .bind("today", today)
                .map((row, context) -> MessageDigest.isEqual(row.getBytes("sha256"), shown)
                        ? Optional.of(key(row))
                        : Optional.<ApiKey>empty())
                .findOne()
                .flatMap(each -> each);
        if (found.isPresent() && !found.get().usedOn().equals(Optional.of(today))) {
            transaction.withoutFlush();
            handle.createUpdate("update api_key set used_on = :today where id = :id")
                    .bind("today", today)
                    .bind("id", found.get().id())
                    .execute();
        }
        return found;
    }

    /** One by its id, also when it has ended. */
    public Optional<ApiKey> find(String id) {
        return handle.createQuery("select * from api_key where id = :id")
                .bind("id", KeptText.of(id, ID_LETTERS + 1))
                .map((row, context) -> key(row))
                .findOne();
    }

    /**
     * All, by the names of programs, the newest of a program first.
     *
     * @param ended those that have ended or are past their end, too
     */
    public List<ApiKey> list(boolean ended) {
        return handle.createQuery("select * from api_key where :ended or ended_at is null and ends_on >= :today"
                        + " order by system, made_at desc, id")
                .bind("ended", ended)
                .bind("today", today)
                .map((row, context) -> key(row))
                .list();
    }

    /** Ends one: it is not taken any more. */
    public Change<ApiKey> end(String id, Asker by, String why) {
        Optional<ApiKey> before = find(id);
        if (before.isEmpty()) {
            return new Change.NotPossible<>("There is no key '" + KeptText.of(id, ID_LETTERS * 2)
                    + "': 'lotwire access keys' tells which there are.");
        }
        int ended = handle.createUpdate(
                        "update api_key set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
                .bind("now", now)
                .bind("by", by.name())
                .bind("id", id)
                .execute();
        ApiKey after = find(id).orElseThrow();
        if (ended == 0) {
            return new Change.NotPossible<>("The key '" + id + "' was ended before, by "
                    + after.ended().orElseThrow().by() + ".");
        }
        audit(
                Deed.of(by, "ended", SUBJECT, id)
                        .from(AccessJson.of(before.get()))
                        .because(why),
                after);
        return new Change.Done<>(after);
    }

    private void audit(Deed deed, ApiKey of) {
        new AuditTrail(transaction).add(deed.about(of.grant().partner()));
    }

    private static byte[] hash(String key) {
        return Sha256.digest().digest(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("system"),
                Accounts.grant(row),
                row.getDate("ends_on").toLocalDate(),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                Optional.ofNullable(row.getDate("used_on")).map(Date::toLocalDate),
                Accounts.ended(row));
    }
}
