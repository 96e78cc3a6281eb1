package io.lotwire.edi.plan;

import io.lotwire.edi.grammar.SetRule;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.tree.LoopIds;
import java.util.ArrayList;
import java.util.List;

/** A transaction set's rule laid out for reading. */
public final class SetPlan {
    private final SetRule rule;
    private final LoopPlan root;
    private final LoopIds loopIds;
    private final int counted;

    SetPlan(SetRule rule) {
        List<String> kinds = new ArrayList<>();
        this.rule = rule;
        this.root = new LoopPlan(rule.root(), kinds);
        this.loopIds = new LoopIds(kinds);
        this.counted = SegmentId.of(rule.counted());
    }

    public SetRule rule() {
        return rule;
    }

    public LoopPlan root() {
        return root;
    }

    /** The segment that its total counts, as {@link SegmentId} packs it; {@link SegmentId#NONE} where it has none. */
    public int counted() {
        return counted;
    }

    /** The identifiers of its kinds of loops. */
    public LoopIds loopIds() {
        return loopIds;
    }
}
