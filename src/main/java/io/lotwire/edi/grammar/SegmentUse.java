package io.lotwire.edi.grammar;

import java.util.List;

/** A segment in its place in a loop; see {@link Part}. */
public record SegmentUse(SegmentRule rule, boolean required, int most, List<Variant> variants) implements Part {
    public SegmentUse {
        variants = List.copyOf(variants);
    }
}
