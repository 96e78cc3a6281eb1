package io.lotwire.registry.record;

import java.time.Instant;

/**
 * What somebody stated of a lot first.
 *
 * @param field which fact, by its name in CSV
 * @param value what was stated
 * @param by a document, or a person
 * @param since when it was stated
 */
public record Statement(String field, String value, String by, Instant since) {}
