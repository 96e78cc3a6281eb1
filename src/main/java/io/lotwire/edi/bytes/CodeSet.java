package io.lotwire.edi.bytes;

import java.util.Set;

/** Codes of one to eight ASCII characters; whether some bytes are one of them is told without a copy. */
public final class CodeSet {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] table;
    private final int shift;

    public CodeSet(Set<String> codes) {
        int bits = 64 - Long.numberOfLeadingZeros(codes.size() * 2L + 1);
        shift = 64 - bits;
        table = new long[1 << bits];
        for (String code : codes) {
            long packed = packed(code);
            int at = (int) ((packed * SPREAD) >>> shift);
            while (table[at] != 0 && table[at] != packed) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = packed;
        }
    }

    /** As {@link EightBytes} has the bytes of a code. */
    public static long packed(String code) {
        long packed = 0;
        for (int i = code.length() - 1; i >= 0; i--) {
            packed = (packed << Byte.SIZE) | (code.charAt(i) & 0xFF);
        }
        return packed;
    }

    /** True when one to eight bytes of a window are one of the codes. */
    public boolean contains(byte[] bytes, int from, int to) {
        if (to - from > Long.BYTES) {
            return false;
        }
        long packed = EightBytes.some(bytes, from, to - from);
        int at = (int) ((packed * SPREAD) >>> shift);
        while (table[at] != 0) {
            if (table[at] == packed) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }
}
