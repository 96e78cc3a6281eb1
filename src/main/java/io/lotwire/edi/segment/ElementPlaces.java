package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.bytes.EightBytes;
import io.lotwire.edi.bytes.Text;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where a segment's elements begin. */
final class ElementPlaces {
    private ElementPlaces() {}

    /**
     * Finds the elements of a segment.
     *
     * @param start the segment's first byte
     * @param end the byte after its last
     * @return for each element its first byte, and at last the byte after the segment's last and one more: an element ends
     *     one byte before the next place
     */
    static int[] of(SegmentBytes in, int start, int end) {
        Delimiters delimiters = in.delimiters();
        if (delimiters.release() != Delimiters.NONE) {
            return oneByOne(in.bytes(), start, end, (byte) delimiters.element(), (byte) delimiters.release());
        }
        long separator = EightBytes.each(delimiters.element());
        int[] places = marked(in.bytes(), start, end, separator);
        return in.bytes()[start] == 'B' && places.length > 2 ? withoutBinary(in.bytes(), start, places) : places;
    }

    /** In a BIN, the second element is as many bytes of any kind as the first one says: no separators are in them. */
    private static int[] withoutBinary(byte[] bytes, int start, int[] places) {
        if (SegmentId.of(bytes, start, places[0] - 1) != SegmentId.BIN) {
            return places;
        }
        int behind = places[1] + Math.max(Count.of(Text.decode(bytes, places[0], places[1] - 1)), 0);
        int last = places.length - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i < 2 || i == last || places[i] > behind)
                .map(i -> places[i])
                .toArray();
    }

    private static int[] marked(byte[] bytes, int start, int end, long separator) {
        int count = 0;
        for (int at = start; at < end; at += Long.BYTES) {
            count += Long.bitCount(marks(bytes, at, end, separator));
        }
        int[] places = new int[count + 1];
        int next = 0;
        for (int at = start; next < count; at += Long.BYTES) {
            for (long left = marks(bytes, at, end, separator); left != 0; left &= left - 1) {
                places[next++] = at + 1 + (Long.numberOfTrailingZeros(left) >>> 3);
            }
        }
        places[count] = end + 1;
        return places;
    }

    private static long marks(byte[] bytes, int at, int end, long separator) {
        long marks = EightBytes.marks(EightBytes.at(bytes, at), separator);
        return end - at < Long.BYTES ? marks & ((1L << ((end - at) << 3)) - 1) : marks;
    }

    private static int[] oneByOne(byte[] bytes, int start, int end, byte separator, byte release) {
        int[] places = new int[Long.BYTES];
        int count = 0;
        for (int at = start; at < end; at++) {
            if (bytes[at] == release) {
                at++;
            } else if (bytes[at] == separator) {
                if (count + 1 == places.length) {
                    places = Arrays.copyOf(places, count * 2);
                }
                places[count++] = at + 1;
            }
        }
        places[count] = end + 1;
        return Arrays.copyOf(places, count + 1);
    }
}
