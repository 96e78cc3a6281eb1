package io.lotwire.gateway.step;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.ledger.ControlNumberKind;
import io.lotwire.ledger.Direction;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.SentEnvelope;
import io.lotwire.partner.Profile;
import java.util.Locale;
import java.util.Optional;

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

    /** What a partner's answer names the interchange by. */
    SentEnvelope sent(String usage) {
        return new SentEnvelope(
                usage, interchangeControlNumber(), group > 0 ? Optional.of(Integer.toString(group)) : Optional.empty());
    }

    /** ISA13 or UNB05 as it stands in the interchange: ISA13 has nine digits. */
    private String interchangeControlNumber() {
        return syntax == Syntax.X12 ? String.format(Locale.ROOT, "%09d", interchange) : Integer.toString(interchange);
    }

    private static int next(LedgerTransaction tx, Profile partner, ControlNumberKind kind, String usage) {
        return Math.toIntExact(tx.controlNumbers().next(partner.name(), Direction.OUTBOUND, kind, usage));
    }
}
