package io.lotwire.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import java.time.Duration;
import java.util.Optional;

/** Somebody signs in with a password. */
public final class SignIn {
    private final Ledger ledger;

    public SignIn(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What comes of it. */
    public sealed interface Outcome {
        /**
         * They are in. Where the account says that the password must be changed, that is all that they may do.
         *
         * @param session with the token that their browser is to show
         */
        record In(Issued<Session> session) implements Outcome {}

        /** Name or password is wrong; which of both is not told. */
        record Wrong() implements Outcome {}

        /**
         * There were so many wrong passwords for this name that nothing was looked at.
         *
         * @param left after what it can be tried again
         */
        record TooSoon(Duration left) implements Outcome {}
    }

    /**
     * Tries it, outside any transaction. It takes some 50 ms of a processor, and as long when nobody has the name.
     *
     * @param name as it was typed
     * @param password as it was typed
     * @param address from where
     * @param browser what their browser says of itself
     */
    public Outcome with(String name, String password, String address, String browser) {
        PasswordCheck.Outcome checked = new PasswordCheck(ledger).check(name, password, address);
        if (checked instanceof PasswordCheck.Outcome.TooSoon soon) {
            return new Outcome.TooSoon(soon.left());
        }
        if (checked instanceof PasswordCheck.Outcome.Right right) {
            return ledger.inTransaction(tx -> in(tx, right, address, browser));
        }
        return new Outcome.Wrong();
    }

    private static Outcome in(LedgerTransaction tx, PasswordCheck.Outcome.Right right, String address, String browser) {
        Optional<Account> account = new Accounts(tx).signIn(right.kept(), right.anew());
        if (account.isEmpty()) {
            return new Outcome.Wrong();
        }
        Asker who = account.get().asker(address);
        Deed deed = Deed.of(who, "signed-in", Accounts.SUBJECT, who.name())
                .about(account.get().grant().partner());
        ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("wrongTries", right.wrongBefore());
        new AuditTrail(tx).add(right.wrongBefore() == 0 ? deed : deed.to(wrong));
        return new Outcome.In(new Sessions(tx).begin(account.get(), address, browser));
    }
}
