package io.lotwire.edi.plan;

import io.lotwire.edi.bytes.Text;
import io.lotwire.edi.grammar.LoopRule;
import io.lotwire.edi.grammar.Variant;
import io.lotwire.edi.segment.Tokenizer;
import java.util.List;

/**
 * What a partner's guide says of those segments, or loops, of a part that have a code, such as {@code N1[ST]}.
 *
 * @param index its place among the variants of its loop
 * @param rule what the guide says
 * @param segment what the elements of such a segment may hold
 * @param inner the plan of such a loop; null for a segment
 */
public record VariantPlan(int index, Variant rule, SegmentPlan segment, LoopPlan inner) {
    static VariantPlan of(Variant rule, int index, List<String> kinds) {
        LoopPlan inner = rule.part() instanceof LoopRule loop ? new LoopPlan(loop, kinds) : null;
        return new VariantPlan(index, rule, new SegmentPlan(rule.part().rule()), inner);
    }

    /** True when the guide speaks of the tokenizer's segment. */
    public boolean isAbout(Tokenizer segment) {
        int element = rule.element();
        return element <= segment.elementCount()
                && Text.decode(segment.bytes(), segment.elementStart(element), segment.elementEnd(element))
                        .equals(rule.code());
    }

    public boolean required() {
        return rule.part().required();
    }

    public int most() {
        return rule.part().most();
    }

    /** As a guide writes it, such as {@code N1[ST]}. */
    public String name() {
        return rule.part().id() + "[" + rule.code() + "]";
    }
}
