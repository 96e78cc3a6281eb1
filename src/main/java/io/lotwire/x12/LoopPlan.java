package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.LoopRule;
import io.lotwire.x12.grammar.Part;
import java.util.List;
import java.util.stream.IntStream;

/** A loop's rule laid out for reading: the identifiers of its parts as numbers, so that placing a segment compares ints. */
final class LoopPlan {
    static final int NOWHERE = -1;

    private final LoopRule rule;
    private final int kind;
    private final int[] ids;
    private final int[] most;
    private final int[] required;
    private final LoopPlan[] inner;
    private final long bits;

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
        long all = 0;
        for (int id : ids) {
            all |= bit(id);
        }
        bits = all;
    }

    private static long bit(int id) {
        return 1L << ((id * 0x9E3779B1) >>> 26);
    }

    LoopRule rule() {
        return rule;
    }

    int kind() {
        return kind;
    }

    boolean isLevel() {
        return rule.id().equals(Grammar.LEVEL);
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

    /**
     * The part that a segment is, from a part on: the first that may still come, else the first at all.
     *
     * @param counts how often each part has come
     * @return {@link #NOWHERE} when there is none
     */
    int find(int id, int from, int[] counts) {
        if ((bits & bit(id)) == 0) {
            return NOWHERE;
        }
        int found = NOWHERE;
        for (int part = from; part < ids.length; part++) {
            if (ids[part] == id) {
                if (counts[part] < most[part]) {
                    return part;
                }
                found = found < 0 ? part : found;
            }
        }
        return found;
    }
}
