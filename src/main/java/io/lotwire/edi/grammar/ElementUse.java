package io.lotwire.edi.grammar;

/**
 * An element in its place in a segment, or a component in its place in a composite.
 *
 * @param rule what it may hold
 * @param required whether it must be there
 * @param most how often it may repeat (X12.5, repetition separator): 1 when it does not; 0 when a guide does not use it
 */
public record ElementUse(ElementRule rule, boolean required, int most) {}
