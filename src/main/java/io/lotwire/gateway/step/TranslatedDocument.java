package io.lotwire.gateway.step;

import io.lotwire.desk.Outcome;
import io.lotwire.lot.EventSource;

/**
 * An accepted document and what its mapping made of it.
 *
 * @param document the document
 * @param outcome its number and purpose, or why there are no lot events
 * @param events its lot events, as its sender states them
 */
public record TranslatedDocument(AcceptedDocument document, Outcome outcome, EventSource events) {}
