package io.lotwire.edi.grammar;

import java.util.List;

/** What stands in a loop: a segment or another loop. */
public sealed interface Part permits SegmentUse, LoopRule {
    /** The segment, or the segment that opens the loop: what its elements may hold here. */
    SegmentRule rule();

    /** Whether it must be there. */
    boolean required();

    /** How often it may come, one after the other; 0 when a guide does not use it. */
    int most();

    /** What holds in place of this for some codes of its segment; only a guide says so. */
    List<Variant> variants();

    /** The identifier of {@link #rule}. */
    default String id() {
        return rule().id();
    }
}
