package io.lotwire.smooks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The levels of one document (X12 HL): each names itself and the level that holds it, which lends it what it does not say
 * itself. Goods are those of the deepest levels that state any, so none is counted twice.
 */
public final class Levels {
    private final List<Stated> levels = new ArrayList<>();
    private final Map<String, Stated> byNumber = new HashMap<>();

    void add(Stated level) {
        levels.add(level);
        byNumber.putIfAbsent(level.get(Field.LEVEL), level);
    }

    int size() {
        return levels.size();
    }

    /**
     * Gives the goods, in the order of the file.
     *
     * @param goods is given each, and true when a quantity above it is that of several
     * @param orphan is given each level whose parent is not there
     */
    void goods(BiConsumer<Stated, Boolean> goods, BiConsumer<Stated, String> orphan) {
        Set<Stated> holding = new HashSet<>();
        Map<Stated, Integer> count = new HashMap<>();
        for (Stated level : levels) {
            if (level.statesGoods()) {
                above(level).forEach(holding::add);
            }
        }
        List<Stated> deepest = levels.stream()
                .filter(level -> level.statesGoods() && !holding.contains(level))
                .toList();
        deepest.forEach(level -> above(level).forEach(each -> count.merge(each, 1, Integer::sum)));
        for (Stated level : levels) {
            String parent = level.get(Field.WITHIN);
            if (!parent.isEmpty() && !byNumber.containsKey(parent)) {
                orphan.accept(level, parent);
            }
        }
        Map<Stated, List<Stated>> unitsBelow = unitsBelow(deepest);
        for (Stated level : deepest) {
            List<Stated> units = unitsBelow.getOrDefault(level, List.of());
            if (units.isEmpty()) {
                give(level, level, false, count, goods);
            }
            for (Stated unit : units) {
                boolean several = units.size() > 1;
                Stated part = unit.within((several ? level.without(Field.QUANTITY) : level).fields());
                give(part, unit, true, count, (all, shared) -> goods.accept(all, several || shared));
            }
        }
    }

    /** The units in which the goods of a level are, where levels inside it number them. */
    private Map<Stated, List<Stated>> unitsBelow(List<Stated> goods) {
        Set<Stated> all = new HashSet<>(goods);
        Map<Stated, List<Stated>> units = new HashMap<>();
        for (Stated level : levels) {
            if (level.states(Field.SSCC) && !all.contains(level)) {
                above(level).stream().filter(all::contains).forEach(each -> units.computeIfAbsent(
                                each, none -> new ArrayList<>())
                        .add(level));
            }
        }
        return units;
    }

    /**
     * Gives goods with what the levels above say.
     *
     * @param own what the goods' own level says, and their unit's
     * @param at the level from which on the others are above
     * @param unitBelow true when that is a unit in the goods' level, whose quantity was taken already
     */
    private void give(
            Stated own, Stated at, boolean unitBelow, Map<Stated, Integer> count, BiConsumer<Stated, Boolean> goods) {
        Stated all = own;
        boolean shared = false;
        String sscc = own.get(Field.SSCC);
        String parentSscc = own.get(Field.PARENT_SSCC);
        for (Stated each : above(at)) {
            boolean ofSeveral =
                    !all.states(Field.QUANTITY) && each.states(Field.QUANTITY) && count.getOrDefault(each, 0) > 1;
            shared |= ofSeveral;
            boolean hasUnit = all.states(Field.SSCC);
            all = all.within((shared || unitBelow ? each.without(Field.QUANTITY) : each).fields());
            String around = each.get(Field.SSCC);
            if (!hasUnit) {
                sscc = around;
            } else if (parentSscc.isEmpty() && !around.equals(sscc)) {
                parentSscc = around;
            }
        }
        goods.accept(parentSscc.isEmpty() ? all : all.with(Field.PARENT_SSCC, parentSscc), shared);
    }

    /** The levels that hold this one, from the nearest on; a ring of levels ends where it closes. */
    private List<Stated> above(Stated level) {
        List<Stated> above = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Stated at = byNumber.get(level.get(Field.WITHIN));
        while (at != null && seen.add(at.get(Field.LEVEL))) {
            above.add(at);
            at = byNumber.get(at.get(Field.WITHIN));
        }
        return above;
    }
}
