package io.lotwire.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings events at hand together that have the same pallet, order and so on. */
final class Groups {
    private Groups() {}

    /**
     * Events that belong together.
     *
     * @param missing true when they have no such thing
     * @param positions their positions in the set, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // Looked into by EventsAtHand alone, and changed by nobody.
    record Group(boolean missing, int[] positions) {}

    /** The groups in the order of their first events; those who have no such thing come first where levels are made. */
    static List<Group> of(Each each, EventsAtHand atHand, boolean merged, boolean missingFirst) {
        if (each == Each.LINE && !merged) {
            return oneByOne(atHand);
        }
        if (atHand.size() == 1) {
            boolean missing = each.key(atHand.event(0)).equals("");
            return List.of(new Group(missing, new int[] {atHand.position(0)}));
        }
        Map<Object, Positions> groups = new LinkedHashMap<>();
        if (missingFirst) {
            groups.put("", new Positions());
        }
        for (int i = 0; i < atHand.size(); i++) {
            groups.computeIfAbsent(each.key(atHand.event(i)), key -> new Positions())
                    .add(atHand.position(i));
        }
        List<Group> all = new ArrayList<>(groups.size());
        groups.forEach((key, positions) -> {
            if (positions.count > 0) {
                all.add(new Group(key.equals(""), positions.all()));
            }
        });
        return all;
    }

    /** Two events that say the same are two lines. */
    private static List<Group> oneByOne(EventsAtHand atHand) {
        List<Group> lines = new ArrayList<>(atHand.size());
        for (int i = 0; i < atHand.size(); i++) {
            lines.add(new Group(false, new int[] {atHand.position(i)}));
        }
        return lines;
    }

    private static final class Positions {
        private int[] positions = new int[4];
        private int count;

        void add(int position) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
            }
            positions[count++] = position;
        }

        int[] all() {
            return Arrays.copyOf(positions, count);
        }
    }
}
