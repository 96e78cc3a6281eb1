package io.lotwire.access;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Who is signed in, inside one transaction. */
public final class Sessions {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_BROWSER = 200;

    private static final String SELECT = "select " + Accounts.columns("a")
            + ", s.id as session_id, s.made_at as session_made_at, s.seen_at, s.ends_at, s.address, s.browser"
            + " from session s join account a on a.id = s.account_id"
            + " where a.ended_at is null and s.ends_at > :now and s.seen_at > :idle";

    private final LedgerTransaction transaction;
    private final Handle handle;
    private final Instant now;

    public Sessions(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Begins one, of somebody who has shown who they are.
     *
     * @return with the token that their browser is to show, which is kept nowhere
     */
    Issued<Session> begin(Account account, String address, String browser) {
        String token = RandomText.token();
        Session session = new Session(
                Sha256.hex(token),
                account,
                now,
                now,
                now.plus(Session.LONGEST),
                address,
                KeptText.of(browser, LONGEST_BROWSER));
        handle.createUpdate("""
                        insert into session (id, account_id, made_at, seen_at, ends_at, address, browser)
                        values (decode(:id, 'hex'), :account, :now, :now, :ends, :address, :browser)
                        """)
                .bind("id", session.id())
                .bind("account", account.id())
                .bind("now", now)
                .bind("ends", session.endsAt())
                .bind("address", session.address())
                .bind("browser", session.browser())
                .execute();
        return new Issued<>(session, token);
    }

    /**
     * That of a token, and changes nothing; see {@link #seen}.
     *
     * @param token as it came
     * @return empty when there is none, or it has ended
     */
    public Optional<Session> find(String token) {
        if (!RandomText.TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return handle.createQuery(SELECT + " and s.id = decode(:id, 'hex')")
                .bind("id", Sha256.hex(token))
                .bind("now", now)
                .bind("idle", now.minus(Session.IDLE))
                .map((row, context) -> session(row))
                .findOne();
    }

    /** That of a token with which something is asked: it stays for another hour. It is written once a minute at most. */
    public Optional<Session> seen(String token) {
        Optional<Session> found = find(token);
        if (found.isPresent() && Duration.between(found.get().seenAt(), now).compareTo(Session.SEEN_EVERY) >= 0) {
            transaction.withoutFlush();
            handle.createUpdate("update session set seen_at = :now where id = decode(:id, 'hex') and seen_at < :now")
                    .bind("now", now)
                    .bind("id", found.get().id())
                    .execute();
        }
        return found;
    }

    /** Those of an account that have not ended, the one that was used last first. */
    public List<Session> of(long account) {
        return handle.createQuery(SELECT + " and s.account_id = :account order by s.seen_at desc, s.id")
                .bind("account", account)
                .bind("now", now)
                .bind("idle", now.minus(Session.IDLE))
                .map((row, context) -> session(row))
                .list();
    }

    /** Somebody signs out. Nothing happens when the token is of no session. */
    public void end(String token, Asker who) {
        find(token).ifPresent(session -> end(session.account().id(), session.id(), who));
    }

    /**
     * Ends one of an account, by its id.
     *
     * @param who themselves, or an administrator
     * @return false when there is none
     */
    public boolean end(long account, String id, Asker who) {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        boolean ended =
                handle.createUpdate("delete from session where id = decode(:id, 'hex') and account_id = :account")
                                .bind("id", id)
                                .bind("account", account)
                                .execute()
                        == 1;
        if (ended) {
            Account whose = new Accounts(transaction).find(account).orElseThrow();
            new AuditTrail(transaction)
                    .add(Deed.of(who, "signed-out", Accounts.SUBJECT, whose.name())
                            .about(whose.grant().partner()));
        }
        return ended;
    }

    /** Ends all of an account; answers how many there were. */
    int endAll(long account) {
        return handle.createUpdate("delete from session where account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** Takes away those that ended by themselves; answers how many. */
    int sweep() {
        return handle.createUpdate("delete from session where ends_at <= :now or seen_at <= :idle")
                .bind("now", now)
                .bind("idle", now.minus(Session.IDLE))
                .execute();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                HexFormat.of().formatHex(row.getBytes("session_id")),
                Accounts.account(row),
                row.getTimestamp("session_made_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("address"),
                row.getString("browser"));
    }
}
