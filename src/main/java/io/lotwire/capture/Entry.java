package io.lotwire.capture;

import java.util.Optional;

/**
 * A JSON value of a file: a line, or an object of its list.
 *
 * @param number its line, or its position in the list, from 1
 * @param inList whether it is one of a list
 * @param offset the offset of its first byte in the file
 * @param length how many bytes it has
 * @param bytes these bytes; empty when they are too many to be read
 */
record Entry(int number, boolean inList, long offset, long length, Optional<byte[]> bytes) {
    /** What people call it. */
    String title() {
        return (inList ? "Object " : "Line ") + number;
    }
}
