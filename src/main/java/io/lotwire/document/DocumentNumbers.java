package io.lotwire.document;

/**
 * The numbers that a document to be written bears. A document without an envelope needs the last only.
 *
 * @param interchange ISA13 or UNB05, 1 to 999999999
 * @param group GS06, 1 to 999999999; without meaning in EDIFACT
 * @param document the document's own number, such as BSN02
 */
public record DocumentNumbers(int interchange, int group, String document) {}
