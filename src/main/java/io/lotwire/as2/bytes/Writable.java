package io.lotwire.as2.bytes;

import java.io.IOException;
import java.io.OutputStream;

/** Something that can be written as often as needed, the same bytes each time. */
public interface Writable {
    /** Writes all bytes; leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
}
