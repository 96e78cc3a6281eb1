package io.lotwire.gateway;

import io.lotwire.ledger.ControlNumberKind;
import io.lotwire.ledger.Direction;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Profile;
import io.lotwire.x12.Delimiters;
import io.lotwire.x12.Envelope;
import java.util.Locale;

/**
 * The envelope of one interchange that we write, its control numbers taken in the transaction that keeps it.
 *
 * @param envelope ISA
 * @param sender GS02
 * @param receiver GS03
 * @param group GS06
 */
record EnvelopeNumbers(Envelope envelope, String sender, String receiver, int group) {
    /** Takes the next control numbers for a partner. */
    static EnvelopeNumbers next(LedgerTransaction tx, Profile us, Profile partner, String usage) {
        Correspondence between = new Correspondence(us.identity(), partner.identity(), usage);
        int interchange = nextInterchange(tx, partner, usage);
        int group = nextGroup(tx, partner, usage);
        return new EnvelopeNumbers(
                between.x12(Delimiters.USUAL, tx.now(), interchange),
                between.from().x12().application(),
                between.to().x12().application(),
                group);
    }

    /** ISA13 as it stands in the interchange. */
    String interchangeControlNumber() {
        return String.format(Locale.ROOT, "%09d", envelope.controlNumber());
    }

    /**
     * Takes the next control number for an EDIFACT interchange to a partner.
     *
     * @param syntax UNB01.1 and UNB01.2, such as {@code UNOC:3}
     * @return the envelope, UNB05 as its control number
     */
    static Envelope nextEdifact(LedgerTransaction tx, Profile us, Profile partner, String usage, String syntax) {
        return new Correspondence(us.identity(), partner.identity(), usage)
                .edifact(Delimiters.EDIFACT, syntax, tx.now(), nextInterchange(tx, partner, usage));
    }

    /** Takes the next ISA13 or UNB05 for a partner. */
    static int nextInterchange(LedgerTransaction tx, Profile partner, String usage) {
        return next(tx, partner, ControlNumberKind.INTERCHANGE, usage);
    }

    /** Takes the next GS06 for a partner. */
    static int nextGroup(LedgerTransaction tx, Profile partner, String usage) {
        return next(tx, partner, ControlNumberKind.GROUP, usage);
    }

    private static int next(LedgerTransaction tx, Profile partner, ControlNumberKind kind, String usage) {
        return Math.toIntExact(tx.controlNumbers().next(partner.name(), Direction.OUTBOUND, kind, usage));
    }
}
