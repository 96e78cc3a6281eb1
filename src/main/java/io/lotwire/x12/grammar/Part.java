package io.lotwire.x12.grammar;

/** What stands in a loop: a segment or another loop. */
public sealed interface Part permits SegmentUse, LoopRule {
    /** The segment, or the segment that opens the loop. */
    String id();

    /** Whether it must be there. */
    boolean required();

    /** How often it may come, one after the other. */
    int most();
}
