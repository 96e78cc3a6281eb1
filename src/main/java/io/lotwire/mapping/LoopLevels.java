package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.GoodsBelow;
import io.lotwire.mapping.goods.GoodsLevels;
import java.util.function.Predicate;

/** The loops of a transaction set as levels of goods: those with the id that the mapping names state them. */
final class LoopLevels extends GoodsLevels<Scope> {
    private static final int STATES_GOODS = Plan.QUANTITY | Plan.ITEM | Plan.LOT;

    private final Plan plan;
    private final Mapping mapping;
    private final QuantityReader quantities;

    LoopLevels(Plan plan) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.quantities = new QuantityReader(plan, null);
    }

    @Override
    protected boolean anyInside(Scope scope, Predicate<Scope> question) {
        boolean any = false;
        for (Loop inner : scope.loop().loops()) {
            if (inner.id().equals(mapping.goods()) || !inner.loops().isEmpty()) {
                any |= question.test(new Scope(inner, scope, plan));
            }
        }
        return any;
    }

    @Override
    protected Scope around(Scope scope) {
        return scope.around();
    }

    @Override
    protected boolean statesGoods(Scope scope) {
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
