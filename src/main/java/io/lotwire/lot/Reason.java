package io.lotwire.lot;

/**
 * Why something happened, by a code of the document.
 *
 * @param code the code as sent
 * @param list the list that it is of, such as {@code X12 426} or {@code EDIFACT 4221}
 * @param text its meaning in words, {@code ""} where it is not known
 */
public record Reason(String code, String list, String text) {}
