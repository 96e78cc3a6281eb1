package io.lotwire.edi.grammar;

/**
 * What is said of when: a time, or a period from one to another.
 *
 * @param to the end of the period; null where there is none
 */
public record StatedPeriod(StatedTime from, StatedTime to) {}
