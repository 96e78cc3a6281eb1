package io.lotwire.access;

import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who may sign in, inside one transaction. Each change writes its row of the {@link AuditTrail}. */
public final class Accounts {
    /** What accounts are called in the audit. */
    static final String SUBJECT = "account";

    private final LedgerTransaction transaction;
    private final Handle handle;
    private final Instant now;

    public Accounts(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Makes one with a new password, which they must change when they sign in.
     *
     * @param by who makes it
     * @return with that password, which is kept nowhere
     */
    public Change<Issued<Account>> make(NewAccount wanted, Asker by, String why) {
        lock();
        Optional<String> wrong = wanted.wrong();
        if (wrong.isPresent()) {
            return new Change.NotPossible<>(wrong.get());
        }
        if (find(wanted.name()).isPresent()) {
            return new Change.NotPossible<>("There is an account '" + wanted.name() + "' already.");
        }
        return new Change.Done<>(insert(wanted, Passwords.random(), true, by, why));
    }

    /** Makes one that is known to be good, while nobody else makes any. */
    Issued<Account> insert(NewAccount wanted, String password, boolean mustChange, Asker by, String why) {
        long id = handle.createQuery("""
                        insert into account
                            (name, title, role, partner, payloads, password, must_change, made_at, made_by, changed_at)
                        values (:name, :title, :role, :partner, :payloads, :password, :mustChange, :now, :by, :now)
                        returning id
                        """)
                .bind("name", wanted.name())
                .bind("title", wanted.title())
                .bind("role", wanted.grant().role().word())
                .bind("partner", wanted.grant().partner())
                .bind("payloads", wanted.grant().payloads())
                .bind("password", PasswordHash.of(password))
                .bind("mustChange", mustChange)
                .bind("by", by.name())
                .bind("now", now)
                .mapTo(Long.class)
                .one();
        Account made = get(id);
        audit(Deed.of(by, "made", SUBJECT, made.name()).to(AccessJson.of(made)).because(why), made);
        return new Issued<>(made, password);
    }

    /** The one of a name, however it is typed, that has not ended. */
    public Optional<Account> find(String name) {
        String typed = NewAccount.named(name);
        return handle.createQuery(select() + " where a.name = :name and a.ended_at is null")
                .bind("name", NewAccount.isName(typed) ? typed : "")
                .map((row, context) -> account(row))
                .findOne();
    }

    /** The one of a number, also when it has ended. */
    public Optional<Account> find(long id) {
        return handle.createQuery(select() + " where a.id = :id")
                .bind("id", id)
                .map((row, context) -> account(row))
                .findOne();
    }

    /**
     * All, by their names.
     *
     * @param ended those that have ended, too
     */
    public List<Account> list(boolean ended) {
        return handle.createQuery(select() + (ended ? "" : " where a.ended_at is null") + " order by a.name, a.id")
                .map((row, context) -> account(row))
                .list();
    }

    /** Allows somebody something else; it holds from their next request on. One administrator stays. */
    public Change<Account> allow(String name, Grant grant, Asker by, String why) {
        lock();
        Optional<String> wrong = grant.wrong();
        if (wrong.isPresent()) {
            return new Change.NotPossible<>(wrong.get());
        }
        Optional<Account> found = find(name);
        if (found.isEmpty()) {
            return isNot(name);
        }
        Account before = found.get();
        if (grant.role() != Role.ADMINISTRATOR && isLastAdministrator(before)) {
            return isLast(before);
        }
        handle.createUpdate("""
                        update account set role = :role, partner = :partner, payloads = :payloads, changed_at = :now
                        where id = :id
                        """)
                .bind("role", grant.role().word())
                .bind("partner", grant.partner())
                .bind("payloads", grant.payloads())
                .bind("now", now)
                .bind("id", before.id())
                .execute();
        Account after = get(before.id());
        audit(
                Deed.of(by, "changed", SUBJECT, after.name())
                        .from(AccessJson.of(before.grant()))
                        .to(AccessJson.of(grant))
                        .because(why),
                after);
        return new Change.Done<>(after);
    }

    /**
     * Gives somebody a new password, which they must change when they sign in; all their sessions end.
     *
     * @return with that password, which is kept nowhere
     */
    public Change<Issued<Account>> givePassword(String name, Asker by, String why) {
        lock();
        Optional<Account> found = find(name);
        if (found.isEmpty()) {
            return isNot(name);
        }
        String password = Passwords.random();
        keepPassword(found.get(), PasswordHash.of(password), true);
        Account after = get(found.get().id());
        audit(Deed.of(by, "gave-password", SUBJECT, after.name()).because(why), after);
        return new Change.Done<>(new Issued<>(after, password));
    }

    /** Keeps another password; sessions by the earlier one end, and wrong tries of it are forgotten. */
    void keepPassword(Account account, String hash, boolean mustChange) {
        handle.createUpdate(
                        "update account set password = :hash, must_change = :mustChange, changed_at = :now where id = :id")
                .bind("hash", hash)
                .bind("mustChange", mustChange)
                .bind("now", now)
                .bind("id", account.id())
                .execute();
        new Sessions(transaction).endAll(account.id());
        new WrongTries(transaction).forget(account.name());
    }

    /** How the password of a name is kept; empty when nobody of this name has one. */
    Optional<Kept> kept(String name) {
        String typed = NewAccount.named(name);
        return handle.createQuery("select id, name, password from account"
                        + " where name = :name and ended_at is null and password is not null")
                .bind("name", NewAccount.isName(typed) ? typed : "")
                .map((row, context) -> new Kept(row.getLong("id"), row.getString("name"), row.getString("password")))
                .findOne();
    }

    /** How the password of an account is kept. */
    record Kept(long id, String name, String hash) {}

    /**
     * Somebody has shown the password.
     *
     * @param anew as it is to be kept from now on
     * @return empty when it is another one meanwhile, or the account has ended
     */
    Optional<Account> signIn(Kept kept, String anew) {
        int same = handle.createUpdate("""
                        update account set signed_in_at = :now, password = :anew
                        where id = :id and password = :hash and ended_at is null
                        """)
                .bind("now", now)
                .bind("anew", anew)
                .bind("id", kept.id())
                .bind("hash", kept.hash())
                .execute();
        if (same == 0) {
            return Optional.empty();
        }
        new WrongTries(transaction).forget(kept.name());
        return find(kept.id());
    }

    /** Ends one: nobody signs in by it any more, its sessions end, its name is free. One administrator stays. */
    public Change<Account> end(String name, Asker by, String why) {
        lock();
        Optional<Account> found = find(name);
        if (found.isEmpty()) {
            return isNot(name);
        }
        Account before = found.get();
        if (isLastAdministrator(before)) {
            return isLast(before);
        }
        handle.createUpdate("""
                        update account set ended_at = :now, ended_by = :by, password = null, changed_at = :now where id = :id
                        """)
                .bind("now", now)
                .bind("by", by.name())
                .bind("id", before.id())
                .execute();
        new Sessions(transaction).endAll(before.id());
        Account after = get(before.id());
        audit(
                Deed.of(by, "ended", SUBJECT, after.name())
                        .from(AccessJson.of(before))
                        .because(why),
                after);
        return new Change.Done<>(after);
    }

    /** So that two who change accounts do it one after the other: else both may end the last administrator but one. */
    void lock() {
        handle.createQuery("select pg_advisory_xact_lock(hashtext('account'), 0)")
                .mapTo(String.class)
                .list();
    }

    private boolean isLastAdministrator(Account account) {
        return account.grant().role() == Role.ADMINISTRATOR
                && list(false).stream()
                        .noneMatch(other ->
                                other.id() != account.id() && other.grant().role() == Role.ADMINISTRATOR);
    }

    private static <T> Change<T> isNot(String name) {
        return new Change.NotPossible<>("There is no account '" + KeptText.of(NewAccount.named(name), 100)
                + "': 'lotwire access list' tells which there are.");
    }

    private static <T> Change<T> isLast(Account account) {
        return new Change.NotPossible<>("'" + account.name() + "' is the only administrator: make another one before.");
    }

    private Account get(long id) {
        return find(id).orElseThrow();
    }

    private void audit(Deed deed, Account of) {
        new AuditTrail(transaction).add(deed.about(of.grant().partner()));
    }

    private static String select() {
        return "select " + columns("a") + " from account a";
    }

    /** What {@link #account} reads, of a table by its alias. */
    static String columns(String alias) {
        return Stream.of(
                        "id",
                        "name",
                        "title",
                        "role",
                        "partner",
                        "payloads",
                        "must_change",
                        "signed_in_at",
                        "made_at",
                        "made_by",
                        "ended_at",
                        "ended_by")
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("title"),
                grant(row),
                row.getBoolean("must_change"),
                Optional.ofNullable(row.getTimestamp("signed_in_at")).map(Timestamp::toInstant),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                ended(row));
    }

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                Role.of(row.getString("role")).orElseThrow(), row.getString("partner"), row.getBoolean("payloads"));
    }

    static Optional<Account.Ended> ended(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("ended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Account.Ended(at.toInstant(), row.getString("ended_by")));
    }
}
