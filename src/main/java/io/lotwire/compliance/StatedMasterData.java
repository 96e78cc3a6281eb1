package io.lotwire.compliance;

import io.lotwire.lot.Address;
import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;

/** What the events themselves state, and nothing else. */
public final class StatedMasterData implements MasterData {
    @Override
    public Location location(Party party) {
        if (party == null) {
            return Location.UNKNOWN;
        }
        Address address = party.address();
        String gln = party.gln() == null ? "" : party.gln().digits();
        return address == null
                ? new Location(gln, party.name(), "", "", "", "", "", "")
                : new Location(
                        gln,
                        party.name(),
                        "",
                        street(address),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country());
    }

    /** A source that is one of the event's parties, by its GLN, has that party's address. */
    @Override
    public Location location(LotSource source, LotEvent event) {
        if (source == null) {
            return Location.UNKNOWN;
        }
        if (!source.gln().isEmpty()) {
            for (Party party : new Party[] {event.shipFrom(), event.shipTo()}) {
                if (party != null && party.gln() != null && party.gln().digits().equals(source.gln())) {
                    Location same = location(party);
                    return source.name().isEmpty() ? same : named(same, source.name());
                }
            }
        }
        return new Location(source.gln(), source.name(), "", "", "", "", "", "");
    }

    @Override
    public ProductDescription product(Item item) {
        return new ProductDescription(item.description(), "", "", "", "", "");
    }

    private static Location named(Location location, String name) {
        return new Location(
                location.gln(),
                name,
                location.phone(),
                location.street(),
                location.city(),
                location.region(),
                location.postalCode(),
                location.country());
    }

    /** The lines of an address as one. */
    static String street(Address address) {
        return address.line2().isEmpty() || address.line1().isEmpty()
                ? address.line1() + address.line2()
                : address.line1() + ", " + address.line2();
    }
}
