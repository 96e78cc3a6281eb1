package io.lotwire.edi.plan;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.LoopRule;
import io.lotwire.edi.grammar.Part;
import io.lotwire.edi.grammar.Variant;
import io.lotwire.edi.segment.SegmentId;
import java.util.List;
import java.util.stream.IntStream;

/** A loop's rule laid out for reading: the identifiers of its parts as numbers, so that placing a segment compares ints. */
public final class LoopPlan {
    public static final int NOWHERE = -1;

    private final LoopRule rule;
    private final int kind;
    private final int[] ids;
    private final int[] most;
    private final int[] required;
    private final LoopPlan[] inner;
    private final SegmentPlan[] segments;
    private final VariantPlan[][] variants;
    private final int variantCount;
    private final PartTable table;
    private final int[] nextAlike;
    private final boolean level;

    /**
     * A plan, and those of all loops in it.
     *
     * @param kinds takes the identifier of each kind of loop; a plan knows its own kind by its place in this list
     */
    LoopPlan(LoopRule rule, List<String> kinds) {
        this.rule = rule;
        this.kind = kinds.size();
        kinds.add(rule.id());
        List<Part> parts = rule.parts();
        ids = parts.stream().mapToInt(part -> SegmentId.of(part.id())).toArray();
        most = parts.stream().mapToInt(Part::most).toArray();
        required = IntStream.range(0, ids.length)
                .filter(part -> parts.get(part).required())
                .toArray();
        inner = parts.stream()
                .map(part -> part instanceof LoopRule loop ? new LoopPlan(loop, kinds) : null)
                .toArray(LoopPlan[]::new);
        segments = parts.stream().map(part -> new SegmentPlan(part.rule())).toArray(SegmentPlan[]::new);
        VariantPlan[][] guided = new VariantPlan[ids.length][];
        int count = 0;
        for (int part = 0; part < ids.length; part++) {
            List<Variant> said = parts.get(part).variants();
            guided[part] = new VariantPlan[said.size()];
            for (int i = 0; i < said.size(); i++) {
                guided[part][i] = VariantPlan.of(said.get(i), count++, kinds);
            }
        }
        variants = guided;
        variantCount = count;
        table = PartTable.of(ids);
        nextAlike = nextAlike(ids);
        level = rule.id().equals(Grammar.LEVEL) || rule.id().equals(Grammar.PACKING_LEVEL);
    }

    /** For each part the one after it that is the same segment. */
    private static int[] nextAlike(int[] ids) {
        int[] next = new int[ids.length];
        for (int part = 0; part < ids.length; part++) {
            int later = part + 1;
            while (later < ids.length && ids[later] != ids[part]) {
                later++;
            }
            next[part] = later < ids.length ? later : NOWHERE;
        }
        return next;
    }

    public LoopRule rule() {
        return rule;
    }

    public int kind() {
        return kind;
    }

    public boolean isLevel() {
        return level;
    }

    public int parts() {
        return ids.length;
    }

    /** The parts that must be there. */
    public int[] required() {
        return required;
    }

    /** How often a part may come. */
    public int most(int part) {
        return most[part];
    }

    /** The plan of a part that is a loop; null for a segment. */
    public LoopPlan inner(int part) {
        return inner[part];
    }

    /** The plan of a part's segment, or of the segment that opens it. */
    public SegmentPlan segment(int part) {
        return segments[part];
    }

    /** How many variants its parts have. */
    public int variantCount() {
        return variantCount;
    }

    /** What a guide says of some of a part's segments. */
    public VariantPlan[] variants(int part) {
        return variants[part];
    }

    /**
     * The part that a segment is, from a part on: the first that may still come, else the first at all.
     *
     * @param counts how often each part has come
     * @return {@link #NOWHERE} when there is none
     */
    public int find(int id, int from, int[] counts) {
        int found = NOWHERE;
        for (int part = table.first(id); part != NOWHERE; part = nextAlike[part]) {
            if (part >= from) {
                if (counts[part] < most[part]) {
                    return part;
                }
                found = found == NOWHERE ? part : found;
            }
        }
        return found;
    }
}
