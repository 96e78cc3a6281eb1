package io.lotwire.capture;

import io.lotwire.lot.Address;
import io.lotwire.lot.Gln;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads companies and locations. */
final class PartyFields {
    private PartyFields() {}

    /** A party; null when it is absent. */
    static Party read(Fields fields, String name) {
        return fields.read(name, PartyFields::party).orElse(null);
    }

    private static Party party(Fields fields) {
        Gln gln = gln(fields).orElse(null);
        String name = fields.text("name");
        List<PartyId> ids = new ArrayList<>();
        fields.readEach("ids", id -> ids.add(new PartyId(id.requiredText("scheme"), id.requiredText("value"))));
        Address address = fields.read("address", PartyFields::address).orElse(null);
        if (!fields.has("gln") && name.isEmpty() && ids.isEmpty() && address == null) {
            fields.error(
                    "",
                    CaptureFault.FIELD_MISSING,
                    "Nothing says who it is: state its gln, name, ids or address, or leave it out.");
        }
        return new Party(gln, name, ids, address);
    }

    private static Optional<Gln> gln(Fields fields) {
        String text = fields.text("gln");
        Optional<Gln> gln = Gln.parse(text);
        if (gln.isEmpty() && !text.isEmpty()) {
            fields.error("gln", IssueCode.GLN_INVALID, WrongDigits.of("a GLN", text, "13"));
        }
        return gln;
    }

    private static Address address(Fields fields) {
        return new Address(
                fields.text("line1"),
                fields.text("line2"),
                fields.text("city"),
                fields.text("region"),
                fields.text("postalCode"),
                fields.text("country"));
    }
}
