package io.lotwire.web.page;

import io.lotwire.access.AuditTrail;
import io.lotwire.access.Deed;
import io.lotwire.ledger.Ledger;
import io.lotwire.web.door.Signed;
import jakarta.inject.Singleton;

/** Keeps who saw the bytes of what, once a day. */
@Singleton
class Seen {
    private final Ledger ledger;
    private final Signed signed;

    Seen(Ledger ledger, Signed signed) {
        this.ledger = ledger;
        this.signed = signed;
    }

    /**
     * Somebody is about to see them.
     *
     * @param kind {@code file} or {@code delivery}
     * @param partner whose affair it is
     */
    void note(String kind, long id, String partner) {
        Deed saw = Deed.of(signed.asker(), "saw", kind, Long.toString(id)).about(partner);
        ledger.useTransaction(tx -> new AuditTrail(tx.withoutFlush()).addOnceADay(saw));
    }
}
