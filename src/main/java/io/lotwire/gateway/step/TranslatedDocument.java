package io.lotwire.gateway.step;

import io.lotwire.mapping.Translation;

/**
 * An accepted document and what its mapping made of it.
 *
 * @param document the document
 * @param translation its lot events, or why there are none
 */
public record TranslatedDocument(AcceptedDocument document, Translation translation) {}
