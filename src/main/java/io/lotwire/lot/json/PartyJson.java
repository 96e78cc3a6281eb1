package io.lotwire.lot.json;

import io.lotwire.lot.Address;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;

/** {@code shipFrom} and {@code shipTo}. */
final class PartyJson {
    private PartyJson() {}

    static void write(String name, Party party, LeanJson json) {
        if (party == null) {
            return;
        }
        json.begin(name);
        json.key("gln", party.gln());
        json.text("name", party.name());
        if (!party.ids().isEmpty()) {
            json.beginList("ids");
            for (PartyId id : party.ids()) {
                json.beginItem();
                json.text("scheme", id.scheme());
                json.text("value", id.value());
                json.end();
            }
            json.endList();
        }
        writeAddress("address", party.address(), json);
        json.end();
    }

    static Party read(JsonFields json) {
        return new Party(
                json.key("gln", Gln::new),
                json.text("name"),
                json.list("ids", id -> new PartyId(id.text("scheme"), id.text("value"))),
                json.object("address", PartyJson::readAddress));
    }

    private static void writeAddress(String name, Address address, LeanJson json) {
        if (address == null) {
            return;
        }
        json.begin(name);
        json.text("line1", address.line1());
        json.text("line2", address.line2());
        json.text("city", address.city());
        json.text("region", address.region());
        json.text("postalCode", address.postalCode());
        json.text("country", address.country());
        json.end();
    }

    private static Address readAddress(JsonFields json) {
        return new Address(
                json.text("line1"),
                json.text("line2"),
                json.text("city"),
                json.text("region"),
                json.text("postalCode"),
                json.text("country"));
    }
}
