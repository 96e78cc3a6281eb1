package io.lotwire.edi.grammar;

import java.util.List;

/** Parts with something in them changed. */
final class Narrowing {
    private Narrowing() {}

    static Part use(Part part, boolean required, int most) {
        return part instanceof LoopRule loop
                ? new LoopRule(loop.rule(), required, most, loop.parts(), loop.variants())
                : new SegmentUse(part.rule(), required, most, part.variants());
    }

    static Part rule(Part part, SegmentRule rule) {
        return part instanceof LoopRule loop
                ? new LoopRule(rule, loop.required(), loop.most(), loop.parts(), loop.variants())
                : new SegmentUse(rule, part.required(), part.most(), part.variants());
    }

    static Part variants(Part part, List<Variant> variants) {
        return part instanceof LoopRule loop
                ? new LoopRule(loop.rule(), loop.required(), loop.most(), loop.parts(), variants)
                : new SegmentUse(part.rule(), part.required(), part.most(), variants);
    }

    static LoopRule parts(LoopRule loop, List<Part> parts) {
        return new LoopRule(loop.rule(), loop.required(), loop.most(), parts, loop.variants());
    }
}
