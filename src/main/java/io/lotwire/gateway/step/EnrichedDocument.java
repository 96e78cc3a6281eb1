package io.lotwire.gateway.step;

import io.lotwire.desk.Outcome;

/**
 * An accepted document whose lot events are complete.
 *
 * @param document the document
 * @param outcome its number and purpose, or why there are no lot events
 * @param events its lot events, completed by what the registry knows
 */
public record EnrichedDocument(AcceptedDocument document, Outcome outcome, EnrichedEvents events) {}
