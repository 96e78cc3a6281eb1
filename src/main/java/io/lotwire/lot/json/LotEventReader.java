package io.lotwire.lot.json;

import io.lotwire.lot.LotEvent;

/**
 * Reads lot events, one after the other. What an event has in common with the one before, such as the parties and references of its
 * document, is read once and is the same object in both. For one thread.
 */
public final class LotEventReader {
    private final JsonReading json = JsonReading.ofMany();

    /**
     * Reads the next event.
     *
     * @throws IllegalArgumentException when the text is no lot event; the message says why
     */
    public LotEvent read(String text) {
        return json.object(text, LotEventJson::read);
    }
}
