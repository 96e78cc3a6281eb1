package io.lotwire.desk.offline;

import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.LotEvent;

/** Forgets lot events, where only what is wrong or what is answered is wanted. */
final class Unwritten implements LotEventWriter {
    @Override
    public void write(LotEvent event) {
        // Only the problems are wanted.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
