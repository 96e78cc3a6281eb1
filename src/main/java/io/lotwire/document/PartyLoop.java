package io.lotwire.document;

import io.lotwire.lot.Address;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.x12.X12Writer;
import java.util.Map;

/** Writes a party as an N1 loop. */
final class PartyLoop {
    private static final Map<String, String> QUALIFIERS = Map.of(
            "duns", "1",
            "duns4", "9",
            "assigned-by-seller", "91",
            "assigned-by-buyer", "92");

    private final X12Writer writer;

    PartyLoop(X12Writer writer) {
        this.writer = writer;
    }

    /** A company or location in a role (X12 element 98); nothing when it is null or says nothing. */
    void write(String role, Party party) {
        if (party == null) {
            return;
        }
        String qualifier = "";
        String id = "";
        if (party.gln() != null) {
            qualifier = "UL";
            id = party.gln().digits();
        } else {
            for (PartyId other : party.ids()) {
                if (qualifier.isEmpty() && QUALIFIERS.containsKey(other.scheme())) {
                    qualifier = QUALIFIERS.get(other.scheme());
                    id = other.value();
                }
            }
        }
        if (id.isEmpty() && party.name().isEmpty()) {
            return;
        }
        writer.segment("N1", role, party.name(), qualifier, id);
        if (party.address() != null) {
            address(party.address());
        }
    }

    /** Where a traceability lot code was assigned. */
    void write(String role, LotSource source) {
        boolean known = !source.gln().isEmpty();
        if (known || !source.name().isEmpty()) {
            writer.segment("N1", role, source.name(), known ? "UL" : "", source.gln());
        }
    }

    private void address(Address address) {
        if (!address.line1().isEmpty()) {
            writer.segment("N3", address.line1(), address.line2());
        }
        boolean place = !address.city().isEmpty()
                || !address.region().isEmpty()
                || !address.postalCode().isEmpty()
                || !address.country().isEmpty();
        if (place) {
            writer.segment("N4", address.city(), address.region(), address.postalCode(), address.country());
        }
    }
}
