package io.lotwire.access;

import io.lotwire.ledger.LedgerTransaction;
import java.util.List;
import java.util.Optional;

/** Who makes the accounts of others, where nobody has one yet. */
public final class FirstAdministrator {
    /** By which they sign in. */
    public static final String NAME = "admin";

    private static final NewAccount WANTED = new NewAccount(NAME, "First administrator", Grant.of(Role.ADMINISTRATOR));

    private FirstAdministrator() {}

    /** What comes of it. */
    public sealed interface Outcome {
        /**
         * It is made. A password that we made is to be told once, to who starts the gateway and in no log; it must be changed.
         *
         * @param account with its password
         */
        record Made(Issued<Account> account) implements Outcome {}

        /** Somebody has an account. */
        record NotNeeded() implements Outcome {}

        /**
         * The password that was given is not good, and nothing was made.
         *
         * @param why a sentence for each reason
         */
        record NotGood(List<String> why) implements Outcome {}
    }

    /**
     * Makes it where no account stands; of several gateways that start at once one does.
     *
     * @param password which it is to have; without it we make one
     */
    public static Outcome make(LedgerTransaction tx, Optional<String> password) {
        Accounts accounts = new Accounts(tx);
        if (isAnybody(tx)) {
            return new Outcome.NotNeeded();
        }
        accounts.lock();
        if (isAnybody(tx)) {
            return new Outcome.NotNeeded();
        }
        List<String> wrong = password.map(given -> Passwords.wrong(given, NAME)).orElse(List.of());
        if (!wrong.isEmpty()) {
            return new Outcome.NotGood(wrong);
        }
        return new Outcome.Made(accounts.insert(
                WANTED,
                password.orElseGet(Passwords::random),
                password.isEmpty(),
                Asker.gateway(),
                "no account stood"));
    }

    private static boolean isAnybody(LedgerTransaction tx) {
        return tx.handle()
                .createQuery("select exists (select from account where ended_at is null)")
                .mapTo(Boolean.class)
                .one();
    }
}
