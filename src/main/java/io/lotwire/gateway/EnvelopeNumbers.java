package io.lotwire.gateway;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.ledger.ControlNumberKind;
import io.lotwire.ledger.Direction;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profile;
import java.util.Locale;

/**
 * The control numbers of one interchange that we write, taken in the transaction that keeps it.
 *
 * @param syntax the rules that it is written by
 * @param interchange ISA13 or UNB05
 * @param group GS06, 0 where it has no group
 */
record EnvelopeNumbers(Syntax syntax, int interchange, int group) {
    /**
     * Takes the next control numbers for a partner.
     *
     * @param usage {@code P} production or {@code T} test: they count apart
     * @param hasGroup whether the interchange has a functional group
     */
    static EnvelopeNumbers next(LedgerTransaction tx, Profile partner, Syntax syntax, String usage, boolean hasGroup) {
        return new EnvelopeNumbers(
                syntax,
                next(tx, partner, ControlNumberKind.INTERCHANGE, usage),
                hasGroup ? next(tx, partner, ControlNumberKind.GROUP, usage) : 0);
    }

    /** ISA13 or UNB05 as it stands in the interchange: ISA13 has nine digits. */
    String interchangeControlNumber() {
        return syntax == Syntax.X12 ? String.format(Locale.ROOT, "%09d", interchange) : Integer.toString(interchange);
    }

    /** GS06 as it stands in the interchange; {@code ""} where it has no group. */
    String groupControlNumber() {
        return group > 0 ? Integer.toString(group) : "";
    }

    private static int next(LedgerTransaction tx, Profile partner, ControlNumberKind kind, String usage) {
        return Math.toIntExact(tx.controlNumbers().next(partner.name(), Direction.OUTBOUND, kind, usage));
    }
}
