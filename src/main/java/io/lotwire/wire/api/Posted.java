package io.lotwire.wire.api;

import io.lotwire.capture.CaptureKind;
import java.io.InputStream;

/**
 * A document that a program posts.
 *
 * @param partner whose program it is
 * @param kind what it is
 * @param extension how its file's name ends
 * @param bytes its bytes, as they come
 */
record Posted(String partner, CaptureKind kind, String extension, InputStream bytes) {
    /** What it would be called as a file. */
    String fileName() {
        return kind.document() + "." + extension;
    }
}
