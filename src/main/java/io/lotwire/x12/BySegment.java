package io.lotwire.x12;

import java.util.Map;

/** What is known of each of some segments, found by {@link SegmentId} without a search. */
final class BySegment<T> {
    private static final int SPREAD = 0x9E3779B1;

    private final int[] ids;
    private final Object[] values;
    private final int shift;

    BySegment(Map<String, T> known) {
        int bits = 32 - Integer.numberOfLeadingZeros(known.size() * 4 + 1);
        shift = 32 - bits;
        ids = new int[1 << bits];
        values = new Object[1 << bits];
        known.forEach((id, value) -> {
            int packed = SegmentId.of(id);
            int at = (packed * SPREAD) >>> shift;
            while (ids[at] != SegmentId.NONE) {
                at = (at + 1) & (ids.length - 1);
            }
            ids[at] = packed;
            values[at] = value;
        });
    }

    /** What is known of a segment, or null. */
    @SuppressWarnings("unchecked") // Only values of this type are put in.
    T get(int id) {
        int at = (id * SPREAD) >>> shift;
        while (ids[at] != id) {
            if (ids[at] == SegmentId.NONE) {
                return null;
            }
            at = (at + 1) & (ids.length - 1);
        }
        return (T) values[at];
    }
}
