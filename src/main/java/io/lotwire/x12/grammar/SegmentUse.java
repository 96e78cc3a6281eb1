package io.lotwire.x12.grammar;

/** A segment in its place in a loop; see {@link Part}. */
public record SegmentUse(String id, boolean required, int most) implements Part {}
