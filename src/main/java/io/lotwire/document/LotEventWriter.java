package io.lotwire.document;

import io.lotwire.lot.LotEvent;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes lot events in one format, UTF-8, to a stream. The document is complete when the writer is closed; the stream stays open.
 */
public interface LotEventWriter extends Closeable {

    /** Writes an event, or keeps it until all that belong together are known. */
    void write(LotEvent event) throws IOException;
}
