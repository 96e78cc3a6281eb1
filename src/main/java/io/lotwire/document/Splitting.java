package io.lotwire.document;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Sscc;
import io.lotwire.partner.Subscription.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which document each event goes into: first by shipment or order, then by number, whole pallets together. */
final class Splitting {
    private static final int LOOSE = -1;

    /** References whose number is that of a shipment. */
    private static final List<String> OF_SHIPMENT = List.of("asn", "shipment", "bill-of-lading");

    private final Split.By by;
    private final int most;
    private final Map<Object, Integer> groups = new HashMap<>();
    private final UnitNumbers units = new UnitNumbers();
    /** Of each event by its position. */
    private final int[] group;

    /** Of each event by its position, {@link #LOOSE} for goods without one. */
    private final int[] unit;

    private int events;
    private int parts;

    /**
     * @param count how many events there will be
     * @param by what has a document of its own, null for nothing
     * @param most so many are at most in a document
     */
    Splitting(int count, Split.By by, int most) {
        this.by = by;
        this.most = most;
        this.group = new int[count];
        this.unit = count > most ? new int[count] : null;
    }

    void add(LotEvent event) {
        int its = by == null ? 0 : groups.computeIfAbsent(key(event), each -> groups.size());
        group[events] = its;
        if (unit != null) {
            Sscc pallet = event.unit() == null ? null : event.unit().outermost();
            unit[events] = pallet == null ? LOOSE : units.of(its, pallet);
        }
        events++;
    }

    /** The part of each event, from 0. */
    int[] parts() {
        int[] sizes = counted(group, Math.max(1, groups.size()));
        Filling[] filled = new Filling[sizes.length];
        int[] unitSizes = unit == null ? new int[0] : counted(unit, units.count());
        int[] placed = new int[unitSizes.length];
        int[] local = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            int its = group[i];
            if (filled[its] == null) {
                filled[its] = new Filling(sizes[its]);
            }
            local[i] = sizes[its] <= most || unit[i] == LOOSE || unitSizes[unit[i]] > most
                    ? filled[its].take(1)
                    : whole(filled[its], unit[i], unitSizes, placed);
        }
        return numbered(local, filled);
    }

    /** How many parts there are. */
    int count() {
        return parts;
    }

    /** The part of a unit that fits one as a whole: the same for all of its events. */
    private static int whole(Filling filled, int unit, int[] sizes, int[] placed) {
        if (placed[unit] == 0) {
            placed[unit] = filled.take(sizes[unit]) + 1;
        }
        return placed[unit] - 1;
    }

    /** The parts of the first group come first, then those of the second. */
    private int[] numbered(int[] local, Filling[] filled) {
        int[] before = new int[filled.length];
        for (int i = 0; i < filled.length; i++) {
            before[i] = parts;
            parts += filled[i].parts;
        }
        for (int i = 0; i < local.length; i++) {
            local[i] += before[group[i]];
        }
        return local;
    }

    private static int[] counted(int[] numbers, int kinds) {
        int[] counts = new int[kinds];
        for (int number : numbers) {
            if (number != LOOSE) {
                counts[number]++;
            }
        }
        return counts;
    }

    private Object key(LotEvent event) {
        return new Shipment(
                event.type(),
                event.purpose(),
                event.shipFrom(),
                event.shipTo(),
                OF_SHIPMENT.stream().map(event::reference).toList(),
                by == Split.By.ORDER ? event.order() : "");
    }

    /** What a document can be of. */
    private record Shipment(
            EventType type, Purpose purpose, Party from, Party to, List<String> references, String order) {}

    /** The parts of a group, which are filled one after the other. */
    private final class Filling {
        private int parts = 1;
        private int room;

        Filling(int size) {
            room = Math.min(size, most);
        }

        /** The part that has room for so many events, which is theirs then. */
        int take(int size) {
            if (size > room) {
                parts++;
                room = most;
            }
            room -= size;
            return parts - 1;
        }
    }
}
