package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;

/**
 * Who shipped a lot first.
 *
 * @param gln its GLN, {@code ""} when not known
 * @param name its name, {@code ""} when not known
 */
record Origin(String gln, String name) {
    boolean is(TracedParty party) {
        boolean bothHaveGln = !gln.isEmpty() && !party.gln().isEmpty();
        return bothHaveGln ? gln.equals(party.gln()) : name.equalsIgnoreCase(party.name());
    }
}
