package io.lotwire.smooks;

import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Counted;
import io.lotwire.mapping.goods.GoodsBelow;
import io.lotwire.mapping.goods.GoodsLevels;
import io.lotwire.mapping.goods.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The levels of one document (X12 HL): each names itself and the level that holds it, which lends it what it does not say
 * itself. A statement without levels is one level of its own.
 */
final class StatedLevels extends GoodsLevels<StatedLevel> {
    private final List<Stated> all = new ArrayList<>();

    /** Takes what is made of goods. */
    interface Goods {
        /**
         * Takes one statement.
         *
         * @param stated what its level says and those around it lend
         * @param quantity how much, null when that is not stated
         * @param issues what is doubtful about the quantity
         */
        void state(Stated stated, Quantity quantity, List<Issue> issues);
    }

    void add(Stated level) {
        all.add(level);
    }

    int size() {
        return all.size();
    }

    /**
     * Gives the goods, in the order of the file.
     *
     * @param document what holds for all levels
     * @param misplaced is given each level that is in no level of the document, and why
     */
    void goods(Stated document, Goods goods, BiConsumer<Stated, String> misplaced) {
        StatedLevel root = new StatedLevel(document, 0);
        place(root, misplaced);
        List<StatedLevel> deepest = new ArrayList<>();
        deepest(root, deepest::add);
        deepest.sort(Comparator.comparingInt(StatedLevel::position));
        deepest.forEach(level -> give(level, goods));
    }

    /** Puts each level into the one that holds it. */
    private void place(StatedLevel root, BiConsumer<Stated, String> misplaced) {
        List<StatedLevel> levels = new ArrayList<>();
        Map<String, StatedLevel> byNumber = new HashMap<>();
        for (Stated stated : all) {
            StatedLevel level = new StatedLevel(stated, levels.size() + 1);
            levels.add(level);
            byNumber.putIfAbsent(stated.get(EventField.LEVEL), level);
        }
        for (StatedLevel level : levels) {
            String number = level.stated().get(EventField.WITHIN);
            StatedLevel around = number.isEmpty() ? root : byNumber.get(number);
            if (around == null) {
                misplaced.accept(level.stated(), "which is no level of its document");
            } else {
                around.hold(level);
            }
        }
        Set<StatedLevel> placed = new HashSet<>();
        Deque<StatedLevel> next = new ArrayDeque<>(root.inside());
        while (!next.isEmpty()) {
            StatedLevel level = next.pop();
            placed.add(level);
            next.addAll(level.inside());
        }
        for (StatedLevel level : levels) {
            if (level.around() != null && !placed.contains(level)) {
                misplaced.accept(level.stated(), "which no level of its document holds in the end");
            }
        }
    }

    private void give(StatedLevel level, Goods goods) {
        StatedLevel stating = stating(level);
        List<StatedLevel> units = new ArrayList<>();
        addUnits(level, units);
        Counted<StatedLevel, StatedLevel> counted =
                count(level, stating, stating == null ? null : quantity(stating), List.of(), units, part -> false);
        for (Statement<StatedLevel, StatedLevel> statement : counted.statements()) {
            List<Issue> issues = new ArrayList<>(stating == null ? List.of() : stating.quantityIssues());
            if (counted.sumDoubt() != null) {
                issues.add(counted.sumDoubt());
            }
            issues.addAll(statement.issues());
            goods.state(all(level, statement.unit()), statement.quantity(), issues);
        }
    }

    /** The units in which the goods of a level are, where levels inside it number them. */
    private static void addUnits(StatedLevel level, List<StatedLevel> units) {
        for (StatedLevel inside : level.inside()) {
            if (inside.stated().states(EventField.SSCC)) {
                units.add(inside);
            }
            addUnits(inside, units);
        }
    }

    /**
     * What is said of goods at their own level and at those around it; the nearest that says a thing counts.
     *
     * @param unit the level of their unit inside theirs, null when there is none
     */
    private static Stated all(StatedLevel level, StatedLevel unit) {
        StatedLevel at = unit == null ? level : unit;
        Stated all = at.stated();
        String sscc = all.get(EventField.SSCC);
        String parentSscc = all.get(EventField.PARENT_SSCC);
        for (StatedLevel around = at.around(); around != null; around = around.around()) {
            boolean hasUnit = all.states(EventField.SSCC);
            all = all.within(around.stated().fields());
            String ssccAround = around.stated().get(EventField.SSCC);
            if (!hasUnit) {
                sscc = ssccAround;
            } else if (parentSscc.isEmpty() && !ssccAround.equals(sscc)) {
                parentSscc = ssccAround;
            }
        }
        return parentSscc.isEmpty() ? all : all.with(EventField.PARENT_SSCC, parentSscc);
    }

    @Override
    protected boolean anyInside(StatedLevel level, Predicate<StatedLevel> question) {
        boolean any = false;
        for (StatedLevel inside : level.inside()) {
            any |= question.test(inside);
        }
        return any;
    }

    @Override
    protected StatedLevel around(StatedLevel level) {
        return level.around();
    }

    @Override
    protected boolean statesGoods(StatedLevel level) {
        return !level.isDocument() && level.stated().statesGoods();
    }

    @Override
    protected boolean statesQuantity(StatedLevel level) {
        return level.stated().states(EventField.QUANTITY);
    }

    @Override
    protected Quantity quantity(StatedLevel level) {
        return level.wholeQuantity();
    }

    @Override
    protected GoodsBelow known(StatedLevel level) {
        return level.below;
    }

    @Override
    protected void know(StatedLevel level, GoodsBelow below) {
        level.below = below;
    }
}
