package io.lotwire.edi.segment;

/** Tells where an interchange begins, whatever its syntax. */
final class InterchangeStart {
    private InterchangeStart() {}

    /** True when an ISA, UNA or UNB may begin here. */
    static boolean mayBeAt(byte[] bytes, int start, int limit) {
        return IsaReading.mayBeginAt(bytes, start, limit) || UnbReading.mayBeginAt(bytes, start, limit);
    }

    /** True when a whole ISA begins here, or an UNA or UNB whose delimiters are known. */
    static boolean isAt(byte[] bytes, int start, int limit) {
        return IsaReading.beginsAt(bytes, start, limit) || UnbReading.beginsAt(bytes, start, limit);
    }
}
