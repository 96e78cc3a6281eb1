package io.lotwire.edi.segment;

/** Segment identifiers of two or three characters as one number, so that they can be compared at once. */
public final class SegmentId {
    /** Stands for what is no segment identifier. */
    public static final int NONE = 0;

    static final int ISA = of("ISA");
    public static final int HL = of("HL");
    public static final int BIN = of("BIN");
    public static final int CTT = of("CTT");
    public static final int CPS = of("CPS");
    static final int LIN = of("LIN");
    public static final int CNT = of("CNT");
    public static final int LS = of("LS");
    public static final int LE = of("LE");

    private static final int LONGEST = 3;

    private SegmentId() {}

    /** The number of an identifier; {@link #NONE} for one of more than three characters. */
    public static int of(String id) {
        if (id.length() > LONGEST) {
            return NONE;
        }
        int packed = 0;
        for (int i = 0; i < id.length(); i++) {
            packed = (packed << 8) | (id.charAt(i) & 0xFF);
        }
        return packed;
    }

    /** The identifier of a number. */
    public static String text(int id) {
        StringBuilder text = new StringBuilder();
        for (int shift = 16; shift >= 0; shift -= 8) {
            int c = (id >>> shift) & 0xFF;
            if (c != 0) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    /** The number of the identifier in some bytes; line ends that wrap a segment do not count. */
    public static int of(byte[] bytes, int from, int to) {
        int length = to - from;
        if ((length == 2 || length == LONGEST) && bytes[from] > ' ' && bytes[from + 1] > ' ' && bytes[to - 1] > ' ') {
            int two = (bytes[from] << 8) | bytes[from + 1];
            return length == 2 ? two : (two << 8) | bytes[from + 2];
        }
        int packed = 0;
        int count = 0;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b != '\n' && b != '\r') {
                packed = (packed << 8) | (b & 0xFF);
                count++;
            }
        }
        return count <= LONGEST ? packed : NONE;
    }
}
