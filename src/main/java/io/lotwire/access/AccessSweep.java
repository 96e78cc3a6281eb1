package io.lotwire.access;

import io.lotwire.ledger.LedgerTransaction;

/** Takes away what is over: sessions that ended, wrong tries of long ago, answers that nobody asks for again. */
public final class AccessSweep {
    private AccessSweep() {}

    /** Does it; answers how many rows went. */
    public static int run(LedgerTransaction tx) {
        return new Sessions(tx).sweep() + new WrongTries(tx).sweep() + new RepeatedRequests(tx).sweep();
    }
}
