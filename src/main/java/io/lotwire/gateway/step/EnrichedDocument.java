package io.lotwire.gateway.step;

import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Translation;
import java.util.List;

/**
 * An accepted document whose lot events are complete.
 *
 * @param document the document
 * @param translation what its mapping made of it, as its sender states it
 * @param events the events of the translation, in the same order, completed by what the registry knows
 */
public record EnrichedDocument(AcceptedDocument document, Translation translation, List<LotEvent> events) {
    public EnrichedDocument {
        events = List.copyOf(events);
    }
}
