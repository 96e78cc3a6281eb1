package io.lotwire.edi.read;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;

/** What stands between the interchanges of a file, gathered into one problem. */
final class OutsideText implements Tokenizer.Skipped {
    private static final int KEPT = 20;

    private final StringBuilder start = new StringBuilder();
    private long bytes;
    private long offset;
    private boolean forgiven;

    @Override
    public void take(byte b, long at) {
        boolean byteOrderMark = at < 3 && (b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF);
        boolean filler = Tokenizer.isFiller(b);
        if (byteOrderMark || forgiven || (filler && bytes == 0)) {
            return;
        }
        if (bytes == 0) {
            offset = at;
        }
        if (start.length() < KEPT) {
            start.append((char) (b & 0xFF));
        }
        bytes = filler ? bytes : at - offset + 1;
    }

    /** What follows an ISA that could not be read belongs to it, and was reported with it. */
    void forgive() {
        forgiven = true;
    }

    void report(InterchangeHandler handler, String file) {
        if (bytes > 0) {
            handler.problem(Problem.warning(
                    Fault.TEXT_OUTSIDE_INTERCHANGE,
                    new Place(file, "", "", "", 0, "", 0, 0, 0, offset),
                    bytes + " bytes stand outside any interchange, beginning with '"
                            + start.toString().strip().replaceAll("\\p{Cntrl}", "?") + "'; leave them out."));
        }
        start.setLength(0);
        bytes = 0;
        forgiven = false;
    }
}
