package io.lotwire.access;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who is signed in changes the password. */
public final class OwnPassword {
    private final Ledger ledger;

    public OwnPassword(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What comes of it. */
    public sealed interface Outcome {
        /**
         * It is changed, and all sessions of the account have ended.
         *
         * @param session a new one, with the token that their browser is to show from now on
         */
        record Changed(Issued<Session> session) implements Outcome {}

        /** The current password is wrong. */
        record Wrong() implements Outcome {}

        /**
         * There were so many wrong passwords that nothing was looked at.
         *
         * @param left after what it can be tried again
         */
        record TooSoon(Duration left) implements Outcome {}

        /**
         * The new password is not good.
         *
         * @param why a sentence for each reason
         */
        record NotGood(List<String> why) implements Outcome {}
    }

    /**
     * Changes it, outside any transaction.
     *
     * @param session by which they are signed in
     * @param current the password that they have, as it was typed
     * @param wanted the password that they want
     * @param address from where
     */
    public Outcome change(Session session, String current, String wanted, String address) {
        List<String> wrong =
                new ArrayList<>(Passwords.wrong(wanted, session.account().name()));
        if (wanted.equals(current)) {
            wrong.add("It is the one that you have.");
        }
        if (!wrong.isEmpty()) {
            return new Outcome.NotGood(List.copyOf(wrong));
        }
        PasswordCheck.Outcome checked =
                new PasswordCheck(ledger).check(session.account().name(), current, address);
        if (checked instanceof PasswordCheck.Outcome.TooSoon soon) {
            return new Outcome.TooSoon(soon.left());
        }
        if (checked instanceof PasswordCheck.Outcome.Right right
                && right.kept().id() == session.account().id()) {
            String hash = PasswordHash.of(wanted);
            return ledger.inTransaction(tx -> changed(tx, right, hash, session, address));
        }
        return new Outcome.Wrong();
    }

    private static Outcome changed(
            LedgerTransaction tx, PasswordCheck.Outcome.Right right, String hash, Session session, String address) {
        Accounts accounts = new Accounts(tx);
        Optional<Account> same = accounts.signIn(right.kept(), right.anew());
        if (same.isEmpty()) {
            return new Outcome.Wrong();
        }
        accounts.keepPassword(same.get(), hash, false);
        Account after = accounts.find(same.get().id()).orElseThrow();
        new AuditTrail(tx)
                .add(Deed.of(after.asker(address), "changed-password", Accounts.SUBJECT, after.name())
                        .about(after.grant().partner()));
        return new Outcome.Changed(new Sessions(tx).begin(after, address, session.browser()));
    }
}
