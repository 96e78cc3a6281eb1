package io.lotwire.bench.x12;

import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.SegmentCursor;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Ours without its checks: from segment to segment and from element to element, and the lots on the way. */
final class LotwireCursor implements Contestant {
    private long characters;

    @Override
    public Tally read(byte[] interchange) throws IOException {
        LotSum sum = new LotSum();
        SegmentCursor cursor = X12Parser.standard().segments(ByteBuffer.wrap(interchange));
        while (cursor.next()) {
            int count = cursor.elementCount();
            for (int element = 1; element <= count; element++) {
                // As sent, as every parser counts them.
                characters += cursor.filledEnd(element) - cursor.elementStart(element);
            }
            if (cursor.is("LIN")) {
                lots(cursor, count, sum);
            }
        }
        return sum.tally();
    }

    /** How many characters all elements had that it ever read. */
    long characters() {
        return characters;
    }

    private static void lots(SegmentCursor lin, int count, LotSum sum) {
        byte[] bytes = lin.bytes();
        for (int element = 2; element < count; element += 2) {
            int qualifier = lin.elementStart(element);
            if (lin.elementEnd(element) - qualifier == 2 && bytes[qualifier] == 'L' && bytes[qualifier + 1] == 'T') {
                sum.add(bytes, lin.elementStart(element + 1), lin.elementEnd(element + 1));
            }
        }
    }
}
