package io.lotwire.edi.plan;

import io.lotwire.edi.segment.SegmentId;

/** The first part of a loop that is a segment, found in one look: the table is as large as keeps all identifiers apart. */
final class PartTable {
    private static final int SPREAD = 0x9E3779B1;

    /** An entry holds an identifier and, in its lowest byte, the number of a part. */
    private static final int PART = 0xFF;

    private final int[] entries;
    private final int shift;

    private PartTable(int[] entries) {
        this.entries = entries;
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(entries.length);
    }

    /**
     * A table.
     *
     * @param ids the identifiers of a loop's parts, as {@link SegmentId} packs them, in order; at most 256
     */
    static PartTable of(int[] ids) {
        if (ids.length > PART + 1) {
            throw new IllegalArgumentException("a loop has " + ids.length + " parts, but at most 256 have room");
        }
        int size = 2;
        PartTable table = new PartTable(new int[size]);
        while (!table.takes(ids)) {
            size *= 2;
            table = new PartTable(new int[size]);
        }
        return table;
    }

    private boolean takes(int[] ids) {
        for (int part = 0; part < ids.length; part++) {
            int slot = slot(ids[part]);
            if (entries[slot] == 0) {
                entries[slot] = ids[part] << Byte.SIZE | part;
            } else if (entries[slot] >>> Byte.SIZE != ids[part]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int id) {
        return (id * SPREAD) >>> shift;
    }

    /** The first part with an identifier; {@link LoopPlan#NOWHERE} when there is none. */
    int first(int id) {
        int entry = entries[slot(id)];
        return entry >>> Byte.SIZE == id && id != SegmentId.NONE ? entry & PART : LoopPlan.NOWHERE;
    }
}
