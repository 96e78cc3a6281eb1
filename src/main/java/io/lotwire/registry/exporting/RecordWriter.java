package io.lotwire.registry.exporting;

import io.lotwire.registry.master.KnownRecord;
import java.io.IOException;

/** Writes records in some format. */
interface RecordWriter extends AutoCloseable {
    /** Writes one. */
    void write(KnownRecord record) throws IOException;

    /** Ends what was written; the stream stays open. */
    @Override
    void close() throws IOException;
}
