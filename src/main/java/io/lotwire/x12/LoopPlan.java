package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.LoopRule;
import io.lotwire.x12.grammar.Part;
import io.lotwire.x12.grammar.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A loop's rule laid out for reading: the identifiers of its parts as numbers, so that placing a segment compares ints. */
final class LoopPlan {
    static final int NOWHERE = -1;

    private static final int SPREAD = 0x9E3779B1;

    private final LoopRule rule;
    private final int kind;
    private final int[] ids;
    private final int[] most;
    private final int[] required;
    private final LoopPlan[] inner;
    private final SegmentPlan[] segments;
    private final VariantPlan[][] variants;
    private final int variantCount;
    private final int[] slotIds;
    private final int[] table;
    private final int[] nextAlike;
    private final int shift;

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
        int bits = 33 - Integer.numberOfLeadingZeros(ids.length);
        shift = 32 - bits;
        table = new int[1 << bits];
        nextAlike = new int[ids.length];
        slotIds = new int[1 << bits];
        Arrays.fill(table, NOWHERE);
        for (int part = ids.length - 1; part >= 0; part--) {
            int slot = slot(ids[part]);
            nextAlike[part] = table[slot];
            table[slot] = part;
            slotIds[slot] = ids[part];
        }
    }

    /** The place in the table of the first part with an identifier, or of nothing. */
    private int slot(int id) {
        int slot = (id * SPREAD) >>> shift;
        while (slotIds[slot] != id && slotIds[slot] != SegmentId.NONE) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    LoopRule rule() {
        return rule;
    }

    int kind() {
        return kind;
    }

    boolean isLevel() {
        return rule.id().equals(Grammar.LEVEL) || rule.id().equals(Grammar.PACKING_LEVEL);
    }

    int parts() {
        return ids.length;
    }

    /** The parts that must be there. */
    int[] required() {
        return required;
    }

    /** How often a part may come. */
    int most(int part) {
        return most[part];
    }

    /** The plan of a part that is a loop; null for a segment. */
    LoopPlan inner(int part) {
        return inner[part];
    }

    /** The plan of a part's segment, or of the segment that opens it. */
    SegmentPlan segment(int part) {
        return segments[part];
    }

    /** How many variants its parts have. */
    int variantCount() {
        return variantCount;
    }

    /** What a guide says of some of a part's segments. */
    VariantPlan[] variants(int part) {
        return variants[part];
    }

    /**
     * The part that a segment is, from a part on: the first that may still come, else the first at all.
     *
     * @param counts how often each part has come
     * @return {@link #NOWHERE} when there is none
     */
    int find(int id, int from, int[] counts) {
        if (from < ids.length && ids[from] == id && counts[from] < most[from]) {
            return from;
        }
        int found = NOWHERE;
        for (int part = table[slot(id)]; part != NOWHERE; part = nextAlike[part]) {
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
