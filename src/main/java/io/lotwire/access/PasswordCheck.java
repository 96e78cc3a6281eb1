package io.lotwire.access;

import io.lotwire.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a password is that of a name. It takes the same time and gives the same answers whether anybody has the name or not. No
 * transaction is open while it is hashed.
 */
final class PasswordCheck {
    private final Ledger ledger;

    PasswordCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What it comes to. */
    sealed interface Outcome {
        /**
         * It is.
         *
         * @param kept how it was kept when it was looked at
         * @param anew how it is to be kept: the same, or hashed by the numbers of now
         * @param wrongBefore how many wrong ones came before it
         */
        record Right(Accounts.Kept kept, String anew, int wrongBefore) implements Outcome {}

        /** It is not, or nobody has the name. */
        record Wrong() implements Outcome {}

        /**
         * It was not looked at, as there were too many wrong ones.
         *
         * @param left for how long this is so
         */
        record TooSoon(Duration left) implements Outcome {}
    }

    private record Begun(WrongTries.Try one, Optional<Accounts.Kept> kept) {}

    Outcome check(String typed, String password, String address) {
        String name = NewAccount.named(typed);
        Begun begun = ledger.inTransaction(tx -> {
            // What counts tries may be lost when the machine fails: they who guess cannot make it fail.
            tx.withoutFlush();
            return new Begun(new WrongTries(tx).begin(name), new Accounts(tx).kept(name));
        });
        if (begun.one instanceof WrongTries.Try.TooSoon soon) {
            return new Outcome.TooSoon(soon.left());
        }
        int number = ((WrongTries.Try.Open) begun.one).number();
        if (begun.kept.isEmpty()) {
            PasswordHash.checkNothing(password);
            return new Outcome.Wrong();
        }
        Accounts.Kept kept = begun.kept.get();
        return switch (PasswordHash.check(password, kept.hash())) {
            case RIGHT -> new Outcome.Right(kept, kept.hash(), number - 1);
            case RIGHT_BUT_OLD -> new Outcome.Right(kept, PasswordHash.of(password), number - 1);
            case WRONG -> {
                if (number == WrongTries.FREE) {
                    tellOfMany(kept, address);
                }
                yield new Outcome.Wrong();
            }
        };
    }

    /** Once, and not at each: whoever tries would else write as much into the audit as they like. */
    private void tellOfMany(Accounts.Kept kept, String address) {
        ledger.useTransaction(tx -> new AuditTrail(tx)
                .add(Deed.of(Asker.gateway().at(address), "slowed-down", Accounts.SUBJECT, kept.name())
                        .because(WrongTries.FREE + " wrong passwords")));
    }
}
