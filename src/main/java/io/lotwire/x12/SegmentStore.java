package io.lotwire.x12;

import java.util.Arrays;

/**
 * The bytes of some segments that follow one another, and where segments and elements begin. Nothing is made of an
 * element until someone asks for it.
 */
final class SegmentStore {
    private static final int FIRST_BYTES = 2048;
    private static final int FIRST_SEGMENTS = 64;
    private static final int FIRST_ELEMENTS = 512;

    private final Delimiters delimiters;
    private final int firstNumber;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int byteCount;
    private int segmentCount;
    private int[] starts = new int[FIRST_SEGMENTS];
    private int[] ends = new int[FIRST_SEGMENTS];
    private long[] offsets = new long[FIRST_SEGMENTS];
    private int[] firstElements = new int[FIRST_SEGMENTS + 1];
    private int[] elementStarts = new int[FIRST_ELEMENTS];

    /** A store for segments of which the first has this number in the file. */
    SegmentStore(Delimiters delimiters, int firstNumber) {
        this.delimiters = delimiters;
        this.firstNumber = firstNumber;
    }

    /**
     * Takes a segment over.
     *
     * @param window where its bytes are
     * @param start its first byte in the window
     * @param end the byte after its last in the window, without the terminator
     * @param elements where its elements begin in the window, the segment identifier not counted
     * @param elementCount how many of these count
     * @param offset byte offset of the segment in the file
     */
    Segment add(byte[] window, int start, int end, int[] elements, int elementCount, long offset) {
        int length = end - start;
        if (byteCount + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(byteCount + length, bytes.length * 2));
        }
        System.arraycopy(window, start, bytes, byteCount, length);
        if (segmentCount == starts.length) {
            int more = segmentCount * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            offsets = Arrays.copyOf(offsets, more);
            firstElements = Arrays.copyOf(firstElements, more + 1);
        }
        int first = firstElements[segmentCount];
        if (first + elementCount > elementStarts.length) {
            elementStarts = Arrays.copyOf(elementStarts, Math.max(first + elementCount, elementStarts.length * 2));
        }
        int shift = byteCount - start;
        for (int i = 0; i < elementCount; i++) {
            elementStarts[first + i] = elements[i] + shift;
        }
        starts[segmentCount] = byteCount;
        ends[segmentCount] = byteCount + length;
        offsets[segmentCount] = offset;
        byteCount += length;
        segmentCount++;
        firstElements[segmentCount] = first + elementCount;
        return new Segment(this, segmentCount - 1);
    }

    Delimiters delimiters() {
        return delimiters;
    }

    int firstNumber() {
        return firstNumber;
    }

    int segmentCount() {
        return segmentCount;
    }

    int byteCount() {
        return byteCount;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int segment) {
        return starts[segment];
    }

    int end(int segment) {
        return ends[segment];
    }

    long offset(int segment) {
        return offsets[segment];
    }

    int elementCount(int segment) {
        return firstElements[segment + 1] - firstElements[segment];
    }

    /** First byte of an element, counted from 1; 0 is the segment identifier. */
    int elementStart(int segment, int element) {
        return element == 0 ? starts[segment] : elementStarts[firstElements[segment] + element - 1];
    }

    /** The byte after an element's last. */
    int elementEnd(int segment, int element) {
        return element < elementCount(segment) ? elementStart(segment, element + 1) - 1 : ends[segment];
    }
}
