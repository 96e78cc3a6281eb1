package io.lotwire.registry.signal;

import java.util.Map;

/**
 * How many lots of a subject had what trouble.
 *
 * @param lots all of its lots
 * @param troubled those with a trouble, by trouble; one that is not told of the subject's kind is left out
 */
public record Tally(Subject subject, long lots, Map<Trouble, Long> troubled) {
    public Tally {
        troubled = Map.copyOf(troubled);
    }
}
