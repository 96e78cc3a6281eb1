package io.lotwire.bench.registry;

import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.UnitType;
import io.lotwire.lot.json.LotEventText;
import io.lotwire.network.Plan;
import io.lotwire.network.SupplyNetwork;
import io.lotwire.network.Told;
import io.lotwire.registry.LotRegistry;
import io.lotwire.registry.StoredEvent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network of its own among many, stored as its documents would be: by the code of the product, a file of them at a time. */
final class Region {
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(2026, 1, 5, 6, 0, 0, 0, ZoneOffset.ofHours(-6));
    private static final int EVENTS_OF_FILE = 2_000;
    private static final int EVENTS_OF_SET = 50;
    private static final int DISTINCT_UNITS = 100_000_000;

    private final int number;
    private final List<Told> all = new ArrayList<>();
    private final List<Integer> watched;
    private final Map<Integer, Long> seqs = new LinkedHashMap<>();

    private Region(int number, Plan plan) {
        this.number = number;
        this.watched = SupplyNetwork.make(plan, all::add);
    }

    /** Makes a region. */
    static Region made(int number, Plan plan) {
        return new Region(number, plan);
    }

    int number() {
        return number;
    }

    List<Told> all() {
        return all;
    }

    List<Integer> watched() {
        return watched;
    }

    /** The numbers of the events, by the places of what they tell. */
    long seq(int told) {
        return seqs.get(told);
    }

    /** The code of a lot. */
    String code(int lot) {
        return "R" + number + "-" + lot;
    }

    /** The number of a shipment. */
    String shipment(int shipment) {
        return "S" + number + "-" + shipment;
    }

    /** A logistic unit. */
    Sscc sscc(long unit) {
        String digits = String.format(
                Locale.ROOT,
                "09506%03d%09d",
                number % 1000,
                unit / 10 % DISTINCT_UNITS + (long) number / 1000 * DISTINCT_UNITS);
        return new Sscc(digits + checkDigit(digits));
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** Its product is that of the tier that it is of; no two regions share one. */
    Gtin gtin() {
        String digits = String.format(Locale.ROOT, "0950600%06d", number);
        return new Gtin(digits + checkDigit(digits));
    }

    /** Stores all of it. */
    void store(Ledger ledger) {
        List<Integer> file = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            file.add(i);
            if (file.size() == EVENTS_OF_FILE || i == all.size() - 1) {
                List<Integer> told = List.copyOf(file);
                ledger.useTransaction(tx -> store(tx, told));
                file.clear();
            }
        }
    }

    private void store(LedgerTransaction tx, List<Integer> file) {
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        for (int told : file) {
            sets.computeIfAbsent(set(told), key -> new ArrayList<>()).add(told);
        }
        String partner = "region-" + number;
        long inbox = Documents.inbox(tx, partner);
        List<Long> ids = Documents.sets(tx, inbox, partner, "856", List.copyOf(sets.keySet()), Purpose.ORIGINAL);
        List<EventToStore> toStore = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        List<StoredEvent> learned = new ArrayList<>();
        LotEventText text = new LotEventText();
        int i = 0;
        for (Map.Entry<String, List<Integer>> set : sets.entrySet()) {
            EventIdentity identity = new EventIdentity(partner, "856", set.getKey(), Purpose.ORIGINAL);
            for (int told : set.getValue()) {
                LotEvent event = identity.identify(event(partner, all.get(told)));
                toStore.add(new EventToStore(ids.get(i), event, text.line(event), null));
                places.put(event.eventId(), told);
            }
            i++;
        }
        Map<String, Long> stored = tx.events().store(toStore);
        for (EventToStore each : toStore) {
            long seq = stored.get(each.event().eventId());
            seqs.put(places.get(each.event().eventId()), seq);
            learned.add(new StoredEvent(seq, each.setId(), each.event()));
        }
        new LotRegistry(tx).keep(learned);
    }

    /** What goes together is a document, and so is what a place does in the course of time. */
    private String set(int told) {
        Told each = all.get(told);
        return each.shipment() == Told.NONE
                ? "P" + number + "-" + each.from() + "-" + told / EVENTS_OF_SET
                : each.type() + "-" + shipment(each.shipment());
    }

    private LotEvent event(String partner, Told told) {
        boolean hasLot = told.lot() != Told.NONE;
        return new LotEvent(
                "",
                told.type(),
                Purpose.ORIGINAL,
                new EventTime(BEGINNING.plusSeconds(told.second()).toString(), TimePrecision.SECOND),
                hasLot
                        ? new Item(gtin(), List.of(new ItemId("vendor", "V-" + number)), "Vegetable soup, 12 x 400 g")
                        : new Item(null, List.of(), ""),
                hasLot ? new Lot(code(told.lot()), LotKind.LOT, "2027-12-31", "", "", "", "", null) : null,
                hasLot ? new Quantity(BigDecimal.valueOf(told.quantity()), "CA", null) : null,
                null,
                null,
                told.sscc() == Told.NONE ? null : new LogisticUnit(sscc(told.sscc()), null, UnitType.PALLET),
                transformation(told),
                party(told.from()),
                told.to() == Told.NONE ? null : party(told.to()),
                told.shipment() == Told.NONE ? List.of() : List.of(new Reference("asn", shipment(told.shipment()), "")),
                new Source(partner, "856", "004010", "000000001", "1", "0001", "f".repeat(64), 9, 400, 31, "x12/856@1"),
                List.of());
    }

    private static Transformation transformation(Told told) {
        if (told.type() != EventType.TRANSFORMED) {
            return null;
        }
        return new Transformation(
                "WO-" + told.run(), told.output() ? Transformation.Role.OUTPUT : Transformation.Role.INPUT);
    }

    private Party party(int place) {
        String digits = String.format(Locale.ROOT, "9506%05d%03d", number, place);
        return new Party(
                new Gln(digits + checkDigit(digits)), "Place " + place + " of region " + number, List.of(), null);
    }
}
