package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.GoodsBelow;
import io.lotwire.mapping.goods.GoodsLevels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The loops of a transaction set as levels of goods: those with the id that the mapping names state them. */
final class LoopLevels extends GoodsLevels<Scope> {
    private static final int STATES_GOODS = Plan.QUANTITY | Plan.ITEM | Plan.LOT;

    private final Plan plan;
    private final Mapping mapping;
    private final SideBySide sideBySide;
    private final QuantityReader quantities;
    private final UnreadableStrings strings;
    private final Map<Integer, Value> unreadable = new TreeMap<>();

    LoopLevels(Plan plan, SideBySide sideBySide) {
        this.plan = plan;
        this.sideBySide = sideBySide;
        this.mapping = plan.mapping();
        this.quantities = new QuantityReader(plan, null);
        this.strings = new UnreadableStrings(plan);
    }

    @Override
    protected boolean anyInside(Scope scope, Predicate<Scope> question) {
        boolean any = false;
        for (Loop inner : scope.inner()) {
            if (inner.id().equals(mapping.goods()) || !inner.loops().isEmpty() || strings.mayBeIn(inner)) {
                List<Integer> lines = sideBySide.linesOf(inner);
                any |= lines.size() > 1
                        ? anyLine(inner, lines, scope, question)
                        : question.test(new Scope(inner, scope, plan));
            }
        }
        return any;
    }

    /** Lines of goods that one loop holds: what stands before the first of them is said of each. */
    private boolean anyLine(Loop loop, List<Integer> lines, Scope around, Predicate<Scope> question) {
        Scope head = new Scope(loop, 0, lines.get(0), around, plan);
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            int to = i + 1 < lines.size() ? lines.get(i + 1) : Integer.MAX_VALUE;
            any |= question.test(new Scope(loop, lines.get(i), to, head, plan));
        }
        return any;
    }

    @Override
    protected Scope around(Scope scope) {
        return scope.around();
    }

    @Override
    protected boolean statesGoods(Scope scope) {
        boolean states = isGoods(scope);
        if (!states && scope.says(Plan.UNREADABLE)) {
            strings.each(scope, value -> unreadable.put(value.segment().position(), value));
        }
        return states;
    }

    /** Goes to what should be element strings of goods in levels that state no goods otherwise, each once. */
    void unreadable(Consumer<Value> each) {
        unreadable.values().forEach(each);
    }

    private boolean isGoods(Scope scope) {
        return scope.loop().id().equals(mapping.goods())
                && scope.says(STATES_GOODS)
                && (mapping.goodsWhen() == null || mapping.goodsWhen().holds(scope.loop()));
    }

    @Override
    protected boolean statesQuantity(Scope scope) {
        return scope.says(Plan.QUANTITY);
    }

    @Override
    protected Quantity quantity(Scope scope) {
        return quantities.read(scope).value();
    }

    /** True where the quantity of the goods is nothing, or less. */
    boolean statesNothing(Scope goods) {
        Scope stating = stating(goods);
        Quantity quantity = stating == null ? null : quantity(stating);
        return quantity != null && quantity.value().signum() <= 0;
    }

    @Override
    protected GoodsBelow known(Scope scope) {
        return scope.goodsBelow;
    }

    @Override
    protected void know(Scope scope, GoodsBelow below) {
        scope.goodsBelow = below;
    }
}
