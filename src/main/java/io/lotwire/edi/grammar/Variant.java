package io.lotwire.edi.grammar;

/**
 * What a guide says of the segments and loops whose element has a code: of {@code N1[ST]}, of {@code HL[I]}.
 *
 * @param element place of the element, from 1
 * @param code the code that it has
 * @param part what holds for those; required when at least one of them must be there, {@link Part#most} counts only them
 */
public record Variant(int element, String code, Part part) {}
