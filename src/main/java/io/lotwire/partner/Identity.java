package io.lotwire.partner;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Party;
import java.util.Optional;

/**
 * The numbers that a company goes by.
 *
 * @param gln its GLN, null when it has none
 * @param duns its D-U-N-S number of nine digits, {@code ""} when it has none
 * @param x12 its address in X12 envelopes, null when it exchanges no X12
 * @param edifact its address in EDIFACT envelopes, null when it exchanges no EDIFACT
 * @param test its addresses in test interchanges (ISA15 T, UNB11 1), null when no tests are agreed on
 */
public record Identity(Gln gln, String duns, X12Address x12, EdifactAddress edifact, TestAddresses test) {
    /** What a test interchange says of its use, in our words for ISA15 and UNB11. */
    public static final String TEST = "T";

    /** What an interchange says of its use when it is meant. */
    public static final String PRODUCTION = "P";

    /**
     * The addresses of a company in tests.
     *
     * @param x12 null when it is that of production
     * @param edifact null when it is that of production
     */
    public record TestAddresses(X12Address x12, EdifactAddress edifact) {}

    /** An identity without tests. */
    public Identity(Gln gln, String duns, X12Address x12, EdifactAddress edifact) {
        this(gln, duns, x12, edifact, null);
    }

    /** The same company as it goes by in tests; empty when none are agreed on. */
    public Optional<Identity> inTests() {
        return Optional.ofNullable(test)
                .map(addresses -> new Identity(
                        gln,
                        duns,
                        addresses.x12() == null ? x12 : addresses.x12(),
                        addresses.edifact() == null ? edifact : addresses.edifact()));
    }

    /**
     * The same company as it goes by in interchanges of a use.
     *
     * @param usage {@code T} for a test; where a company has no addresses for tests, those of production serve
     */
    public Identity usedIn(String usage) {
        return usage.equals(TEST) ? inTests().orElse(this) : this;
    }

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

    /** True when the company has an address in the envelopes of a syntax. */
    public boolean hasAddress(Syntax syntax) {
        return syntax == Syntax.X12 ? x12 != null : edifact != null;
    }

    /**
     * True when this is the company's address in the envelopes of a syntax.
     *
     * @param qualifier ISA05 or UNB02.2, or those of the receiver
     * @param id ISA06 or UNB02.1, or those of the receiver; trailing spaces do not count
     */
    public boolean isAddress(Syntax syntax, String qualifier, String id) {
        String wanted = id.stripTrailing();
        if (!hasAddress(syntax)) {
            return false;
        }
        return syntax == Syntax.X12
                ? x12.qualifier().equals(qualifier) && x12.id().equals(wanted)
                : edifact.qualifier().equals(qualifier) && edifact.id().equals(wanted);
    }
}
