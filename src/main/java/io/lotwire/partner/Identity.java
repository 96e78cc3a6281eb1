package io.lotwire.partner;

import io.lotwire.lot.Gln;
import io.lotwire.lot.Party;

/**
 * The numbers that a company goes by.
 *
 * @param gln its GLN, null when it has none
 * @param duns its D-U-N-S number of nine digits, {@code ""} when it has none
 * @param x12 its address in X12 envelopes, null when it exchanges no X12
 */
public record Identity(Gln gln, String duns, X12Address x12) {

    /** True when the party is this company: by GLN, or by D-U-N-S number. */
    public boolean isThatOf(Party party) {
        if (party == null) {
            return false;
        }
        boolean sameGln = gln != null && gln.equals(party.gln());
        return sameGln
                || (!duns.isEmpty()
                        && party.ids().stream()
                                .anyMatch(id ->
                                        id.scheme().equals("duns") && id.value().equals(duns)));
    }
}
