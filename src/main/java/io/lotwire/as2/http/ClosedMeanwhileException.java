package io.lotwire.as2.http;

import java.io.IOException;

/** A connection that had been kept open turned out to be closed before any byte of an answer came over it. */
final class ClosedMeanwhileException extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedMeanwhileException(IOException closed) {
        super(closed.getMessage(), closed);
    }
}
