package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Address;
import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.registry.master.KnownParty;
import io.lotwire.registry.master.KnownProduct;
import io.lotwire.registry.master.Parties;
import io.lotwire.registry.master.Products;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What events state, completed by what the registry knows of the same location, by its GLN, and of the same product. What an event
 * states stands. The registry is asked once for each product and location, and its answers stay in memory. One thread may learn of
 * further events while another asks about those before.
 */
final class RegisteredMasterData implements MasterData {
    private final LedgerTransaction transaction;
    private final MasterData stated = new StatedMasterData();
    private final Map<Object, Optional<KnownProduct>> products = new ConcurrentHashMap<>();
    private final Map<String, Optional<KnownParty>> parties = new ConcurrentHashMap<>();

    RegisteredMasterData(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    /** Asks the registry about what is new in some events; until then it says of them what they state. */
    void learn(List<SelectedEvent> events) {
        Map<Object, Item> items = new HashMap<>();
        Set<String> glns = new HashSet<>();
        for (SelectedEvent each : events) {
            LotEvent event = each.event();
            if (!products.containsKey(key(event.item()))) {
                items.put(key(event.item()), event.item());
            }
            add(event.shipFrom(), glns);
            add(event.shipTo(), glns);
            if (event.transfer() != null) {
                add(event.transfer().from(), glns);
                add(event.transfer().to(), glns);
            }
            if (event.lot() != null && event.lot().source() != null) {
                add(event.lot().source().gln(), glns);
            }
        }
        if (!items.isEmpty()) {
            Products known = Products.of(transaction, items.values());
            items.forEach((key, item) -> products.put(key, known.of(item)));
        }
        if (!glns.isEmpty()) {
            Parties known = Parties.of(transaction, glns);
            glns.forEach(gln -> parties.put(gln, known.of(gln)));
        }
    }

    @Override
    public Location location(Party party) {
        return completed(stated.location(party));
    }

    @Override
    public Location location(LotSource source, LotEvent event) {
        return completed(stated.location(source, event));
    }

    @Override
    public ProductDescription product(Item item) {
        ProductDescription told = stated.product(item);
        return products.getOrDefault(key(item), Optional.empty())
                .map(known -> new ProductDescription(
                        either(told.name(), known.description()),
                        known.brand(),
                        known.commodity(),
                        known.variety(),
                        known.pack(),
                        ""))
                .orElse(told);
    }

    private Location completed(Location told) {
        return parties.getOrDefault(told.gln(), Optional.empty())
                .map(known -> completed(told, known))
                .orElse(told);
    }

    /** An address is stated or known as a whole: halves of two would be none. */
    private static Location completed(Location told, KnownParty known) {
        boolean isPlaced = !told.street().isEmpty()
                || !told.city().isEmpty()
                || !told.region().isEmpty()
                || !told.postalCode().isEmpty();
        Address address = known.address();
        return isPlaced
                ? new Location(
                        told.gln(),
                        either(told.name(), known.name()),
                        known.telephone(),
                        told.street(),
                        told.city(),
                        told.region(),
                        told.postalCode(),
                        told.country())
                : new Location(
                        told.gln(),
                        either(told.name(), known.name()),
                        known.telephone(),
                        StatedMasterData.street(address),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        either(told.country(), address.country()));
    }

    private void add(Party party, Set<String> glns) {
        if (party != null && party.gln() != null) {
            add(party.gln().digits(), glns);
        }
    }

    private void add(String gln, Set<String> glns) {
        if (!gln.isEmpty() && !parties.containsKey(gln)) {
            glns.add(gln);
        }
    }

    /** What a product goes by: its GTIN, else its numbers. */
    private static Object key(Item item) {
        return item.gtin() == null ? item.ids() : item.gtin();
    }

    private static String either(String told, String known) {
        return told.isEmpty() ? known : told;
    }
}
