package io.lotwire.x12.grammar;

/**
 * An element in its place in a segment.
 *
 * @param rule what it may hold
 * @param required whether it must be there
 */
public record ElementUse(ElementRule rule, boolean required) {}
