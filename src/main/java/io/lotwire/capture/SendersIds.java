package io.lotwire.capture;

/**
 * The ids that a sender gave to events of a file, and what each stands for, by 64 bits of both: 24 to 48 bytes for each. Two
 * ids, or two statements, that have these in common by chance are so rare that nobody meets them.
 */
final class SendersIds {
    private static final int FIRST = 1 << 6;

    private long[] ids = new long[FIRST];
    private long[] statements = new long[FIRST];
    private int count;

    /** What an id came to. */
    enum Use {
        FIRST,
        /** The same statement under the same id: it is one event. */
        REPEAT,
        /** Another statement under the same id. */
        OTHER
    }

    /**
     * Notes an id and its statement.
     *
     * @param id evenly spread bits
     * @param statement evenly spread bits
     */
    Use note(long id, long statement) {
        long key = id == 0 ? 1 : id;
        int at = place(key);
        if (ids[at] == key) {
            return statements[at] == statement ? Use.REPEAT : Use.OTHER;
        }
        ids[at] = key;
        statements[at] = statement;
        count++;
        if (count * 3L > ids.length * 2L) {
            grow();
        }
        return Use.FIRST;
    }

    private int place(long key) {
        int at = (int) key & (ids.length - 1);
        while (ids[at] != 0 && ids[at] != key) {
            at = (at + 1) & (ids.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldStatements = statements;
        ids = new long[oldIds.length * 2];
        statements = new long[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int at = place(oldIds[i]);
                ids[at] = oldIds[i];
                statements[at] = oldStatements[i];
            }
        }
    }
}
