package io.lotwire.gateway.step;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The lot events of a document that has too many of them for the memory: it is translated whenever they are gone through. The
 * same bytes and the same mapping give the same events each time.
 *
 * @param count how many there are
 * @param again translates the document, and gives each event
 */
record TranslatedAgain(int count, Translating again) implements EventSource {

    /** Translates a document once. */
    @FunctionalInterface
    interface Translating {
        /** Gives each event, in the order of the document. */
        void giveEach(Consumer<LotEvent> events) throws IOException;
    }

    @Override
    public void forEach(Taker taker) throws IOException {
        try {
            again.giveEach(event -> {
                try {
                    taker.take(event);
                } catch (IOException notTaken) {
                    throw new UncheckedIOException(notTaken);
                }
            });
        } catch (UncheckedIOException notTaken) {
            throw notTaken.getCause();
        }
    }
}
