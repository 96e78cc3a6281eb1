package io.lotwire.edi.grammar;

import java.util.List;

/**
 * A loop; see {@link Part}.
 *
 * @param parts what stands in it, in order, the segment that opens it left out
 */
public record LoopRule(SegmentRule rule, boolean required, int most, List<Part> parts, List<Variant> variants)
        implements Part {
    public LoopRule {
        parts = List.copyOf(parts);
        variants = List.copyOf(variants);
    }

    /** True when a segment with this identifier may stand somewhere in the loop. */
    public boolean knows(String segmentId) {
        return id().equals(segmentId)
                || parts.stream()
                        .anyMatch(part -> part instanceof LoopRule inner
                                ? inner.knows(segmentId)
                                : part.id().equals(segmentId));
    }
}
