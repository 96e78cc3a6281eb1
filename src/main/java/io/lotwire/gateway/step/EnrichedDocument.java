package io.lotwire.gateway.step;

import io.lotwire.alert.Doubt;
import io.lotwire.desk.Outcome;
import java.util.List;

/**
 * An accepted document whose lot events are complete.
 *
 * @param document the document
 * @param outcome its number and purpose, or why there are no lot events
 * @param events its lot events, completed by what the registry knows
 * @param doubts those by which it is kept back, so that there are no lot events; else none
 */
public record EnrichedDocument(AcceptedDocument document, Outcome outcome, EnrichedEvents events, List<Doubt> doubts) {
    public EnrichedDocument {
        doubts = List.copyOf(doubts);
    }
}
