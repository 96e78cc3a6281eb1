package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;

/**
 * Where something was seen.
 *
 * @param file the file's name
 * @param segment position of the segment in the file, from 1
 * @param text the segment
 */
record Sighting(String file, int segment, String text) {
    static Sighting of(String file, Segment segment) {
        return new Sighting(file, segment.number(), Words.plain(segment));
    }

    @Override
    public String toString() {
        return file + ", segment " + segment + (text.isEmpty() ? "" : ": " + text);
    }
}
